/** One hop from any address that people guess to the one that there is. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { isTranslated } from '../../../src/base/translated-pages.ts';
import { languages, redirectFor } from '../../../src/server/redirects.ts';
import { type SampleSite, serveSampleSite } from '../../helpers/sample-site.ts';

let site: SampleSite;
before(async () => {
  site = await serveSampleSite();
});
after(() => site.remove());

describe('redirects', () => {
  const table: [string, string][] = [
    ['/port/3330', '/3330'],
    ['/ports/3330', '/3330'],
    ['/tcp/3330', '/3330'],
    ['/udp/3330', '/3330'],
    ['/udp/3330?a=1&b=%20', '/3330?a=1&b=%20'],
    ['/tcp/03330/', '/3330'],
    ['/3330/', '/3330'],
    ['/3330.html', '/3330'],
    ['/3330.html?a=1', '/3330?a=1'],
    ['/3330/?', '/3330'],
    ['/0443', '/443'],
    ['/000', '/0'],
    ['/00443.html/', '/443'],
    ['/ru/3330', '/3330?lang=ru'],
    ['/ru/ports/3330', '/3330?lang=ru'],
    ['/ru/port/3330', '/3330?lang=ru'],
    ['/ru/ports/03330.html/?a=1', '/3330?lang=ru&a=1'],
    ['/ru/3330?lang=de&a=1', '/3330?lang=ru&a=1'],
    ['/zh-CN/3330', '/3330?lang=zh-CN'],
    ['/zh-tw/3330', '/3330?lang=zh-TW'],
    ['/range/3000-3999/', '/range/3000-3999'],
    ['/range/3000-3999.html', '/range/3000-3999'],
    ['/about.html', '/about'],
    ['/about/', '/about'],
    ['/about//', '/about'],
    ['//about', '/about'],
    ['/index.html', '/'],
    ['/index', '/'],
    ['/index/index.html/', '/'],
    ['/404.html', '/404'],
    ['/port-404', '/404'],
    ['/tcp/404', '/404'],
    ['/zh-cn', '/zh-CN'],
    ['/pt-BR', '/pt'],
    ['/fil', '/tl'],
    ['/no/faq', '/nb/faq'],
    ['/en', '/'],
    ['/en-US/faq', '/faq'],
    ['/pt-br/3330', '/3330?lang=pt'],
    ['/ru/ports/443?lang=de&a=1', '/ru/443?a=1'],
    ['/ru/0443/', '/ru/443'],
    ['/de-AT/443', '/de/443'],
  ];

  test('one hop, to the one address', async () => {
    for (const [from, to] of table) {
      const { status, headers, body } = await site.get(from);
      assert.equal(status, 301, from);
      assert.equal(headers.location, to, from);
      assert.equal(body.length, 0);
      const [pathname = '', search] = to.split('?');
      assert.equal(redirectFor(pathname, search ? `?${search}` : ''), undefined, `${to} is final`);
    }
    assert.equal((await site.get('/ru/ports/03330.html/')).headers.location, '/3330?lang=ru');
    assert.equal((await site.get('/3330?lang=ru')).status, 200);
  });

  test('every language, and nothing else, has its addresses', () => {
    for (const code of languages) {
      for (const path of [`/${code}/80`, `/${code}/port/80`, `/${code}/ports/80`]) {
        const own = isTranslated(code, 80);
        const wanted = own ? `/${code}/80` : `/80?lang=${code}`;
        assert.equal(redirectFor(path), path === wanted ? undefined : wanted, path);
      }
    }
    for (const path of ['/xx/80', '/ru/about', '/ru/65536', '/range/3000-3999', '/tcp/70000']) {
      assert.equal(redirectFor(path), undefined, path);
    }
    for (const path of ['/', '/0', '/3330', '/65535', '/65536', '/about', '/a.json', '/tcp']) {
      assert.equal(redirectFor(path), undefined, path);
    }
  });

  test('any address is at its end after one hop, on this site', () => {
    const part = fc.oneof(
      fc.constantFrom('port', 'tcp', 'ru', 'zh-CN', 'index', 'range', '0443', '80', '70000', ''),
      fc.constantFrom(
        'index.html',
        '80.html',
        '.html',
        'a.html.html',
        '..',
        'x.json',
        '%2F',
        '%5C',
      ),
      fc.webSegment(),
    );
    const address = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(address, fc.constantFrom('', '?a=1', '?lang=de'), (path, query) => {
        const { pathname, search } = new URL(`http://localhost${path}${query}`);
        const location = redirectFor(pathname, search);
        if (location === undefined) return;
        assert.match(location, /^\/(?!\/)/);
        const next = new URL(location, 'http://localhost');
        assert.equal(next.host, 'localhost');
        assert.equal(redirectFor(next.pathname, next.search), undefined);
      }),
      { numRuns: 5000 },
    );
  });

  test('names of services can be looked up', () => {
    const nameToPort = (name: string) => (name === 'https' ? 443 : undefined);
    assert.equal(redirectFor('/https', '', nameToPort), '/443');
    assert.equal(redirectFor('/tcp/https', '?a=1', nameToPort), '/443?a=1');
    assert.equal(redirectFor('/ru/https/', '', nameToPort), '/ru/443');
    assert.equal(redirectFor('/fi/https/', '', nameToPort), '/443?lang=fi');
    assert.equal(redirectFor('/about', '', nameToPort), undefined);
    assert.equal(redirectFor('/https'), undefined);
  });
});

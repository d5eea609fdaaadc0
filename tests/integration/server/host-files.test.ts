/** The files that tell static hosts the rules of the server. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TRANSLATED } from '../../../src/base/translated-pages.ts';
import { headersFor } from '../../../src/server/headers.ts';
import { headersFile, redirectsFile } from '../../../src/server/host-files.ts';
import { languages, redirectFor } from '../../../src/server/redirects.ts';
import { hostHeaders, hostRedirect, redirectRules } from '../../helpers/host-rules.ts';

describe('the files for hosts', () => {
  test('_headers gives the headers of the service', () => {
    const host = hostHeaders(headersFile());
    for (const path of [
      ...['/', '/3330', '/range/3000-3999', '/_assets/site.4f2a.css', '/3330.json'],
      ...['/data/ports.csv', '/robots.txt', '/sitemap.xml', '/_assets/a.json', '/chart.png'],
    ]) {
      const ours = Object.entries(headersFor(path)).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]);
      // The type is the server's own matter; what a host is told of it, another test looks at.
      const theirs = [...host(path)].filter(([name]) => name !== 'content-type');
      assert.deepEqual(Object.fromEntries(theirs), Object.fromEntries(ours), path);
    }
  });

  test('_redirects leads where the service does', () => {
    const rules = redirectRules(redirectsFile());
    const kinds = ['port', 'ports', 'tcp', 'udp'].map((kind) => `/${kind}`);
    // Where pages of ports stand under /ru, no rule may be in their way: a script leads on from there.
    const spoken = languages
      .filter((code) => !TRANSLATED.languages.includes(code))
      .flatMap((code) => [`/${code}`, `/${code}/port`, `/${code}/ports`]);
    for (const start of [...kinds, ...spoken]) {
      for (const end of ['/80', '/3330', '/65535', '/80/']) {
        assert.equal(hostRedirect(rules, start + end, ''), redirectFor(start + end), start + end);
      }
    }
    assert.equal(hostRedirect(rules, '/ru/443', ''), undefined);
    assert.equal(hostRedirect(rules, '/zh-cn', ''), '/zh-CN');
    assert.equal(hostRedirect(rules, '/pt-BR/faq/', ''), '/pt/faq');
    assert.equal(hostRedirect(rules, '/port-404', ''), '/404');
    for (const kind of kinds) {
      assert.equal(hostRedirect(rules, `${kind}/80`, '?a=1'), '/80?a=1');
    }
  });

  test('_redirects leaves the pages alone, and stays within the host’s limits', () => {
    const rules = redirectRules(redirectsFile());
    for (const path of [
      ...['/', '/3330', '/0', '/about', '/range/3000-3999', '/services/h', '/3330.json'],
      ...['/_assets/site.css', '/pagefind/index/en_2.pf_index', '/tcp', '/ru'],
    ]) {
      assert.equal(hostRedirect(rules, path, ''), undefined, path);
    }
    const withPlaceholders = rules.filter(({ pattern }) => pattern.source.includes('(?<'));
    assert.ok(withPlaceholders.length <= 100, 'Cloudflare Pages reads no more of these');
    const [rewrite, ...redirects] = rules;
    assert.deepEqual([rewrite?.to, rewrite?.status], ['/port-404', 200]);
    assert.ok(redirects.every(({ status }) => status === 301));
  });
});

/** The built site's data: every file valid, every address in a feed or a map there, and nothing left out. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { SITE } from '../../src/base/site-address.ts';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { oembedAddress } from '../../src/features/exports/oembed.ts';
import { SCHEMAS } from '../../src/features/exports/schemas.ts';
import { keyOf } from '../../src/features/search/fold.ts';
import { RESERVED } from '../../src/server/reserved-names.ts';
import { assertNone } from '../helpers/assert-none.ts';
import { atomFaults } from '../helpers/atom-rules.ts';
import { faultsOf, validatorOf } from '../helpers/schema-validator.ts';
import { addressOf, inSite, NOT_FOUND_FILE, siteFiles } from '../helpers/site-files.ts';
import { readSitemap } from '../helpers/sitemap-rules.ts';
import { childrenNamed, parseXml } from '../helpers/xml.ts';

const atlas = openAtlas();
const text = (path: string) => readFileSync(inSite(path), 'utf8');
const json = (path: string) => JSON.parse(text(path));
const validatorAt = (address: string) => validatorOf(json(address.slice(1)));

let files: string[];
let addresses: Set<string | undefined>;
/** Whether the site has a page or file at a whole address. */
const isThere = (address: string) =>
  address.startsWith(SITE) && addresses.has(new URL(address).pathname);

before(() => {
  files = siteFiles().map(({ path }) => path);
  addresses = new Set(files.map(addressOf));
});

describe('the schemas that the site publishes', () => {
  test('hold for the file of every documented port', () => {
    const validate = validatorAt('/schema/port-1.json');
    const ports = files.filter((path) => /^\d+\.json$/.test(path));
    assert.equal(ports.length, atlas.documented().length);
    assertNone(
      ports.flatMap((path) => faultsOf(validate, json(path)).map((fault) => `${path}: ${fault}`)),
    );
  });

  test('hold for the files of all ports and names, and are where those say', () => {
    for (const name of ['ports', 'services']) {
      const document = json(`${name}.json`);
      assert.ok(isThere(document.$schema), document.$schema);
      assertNone(faultsOf(validatorAt(new URL(document.$schema).pathname), document));
    }
    assert.ok(isThere(json('22.json').$schema));
    for (const address of Object.keys(SCHEMAS)) assert.equal(json(address).$id, SITE + address);
  });
});

describe('feeds', () => {
  for (const name of ['changes', 'new']) {
    test(`/${name}.xml is valid, and what it names is there`, () => {
      const feed = text(`${name}.xml`);
      assert.deepEqual(atomFaults(feed), []);
      const root = parseXml(feed);
      const links = [root, ...childrenNamed(root, 'entry')].flatMap((each) =>
        childrenNamed(each, 'link').map(({ attributes }) => attributes.href ?? ''),
      );
      assert.ok(links.length > 100);
      assertNone(links.filter((link) => !isThere(link)));
    });
  }

  test('are found from the pages that they belong to', () => {
    const named = (page: string) =>
      [
        ...text(page).matchAll(
          /<link rel="?alternate"? type="?application\/atom\+xml"? href="?([^"\s>]+)/g,
        ),
      ]
        .map(([, href]) => href)
        .toSorted();
    assert.deepEqual(named('changes.html'), ['/changes.xml']);
    assert.deepEqual(named('guides.html'), ['/new.xml']);
    for (const page of ['index.html', 'api.html'])
      assert.deepEqual(named(page), ['/changes.xml', '/new.xml'], page);
  });
});

describe('for search engines', () => {
  test('robots.txt leads to the map of the site', () => {
    const [, map = ''] = /^Sitemap: (\S+)$/m.exec(text('robots.txt')) ?? [];
    assert.ok(isThere(map), map);
  });

  test('the maps name every page that may be found, once, and nothing else', () => {
    const index = readSitemap(text('sitemap.xml'), 'sitemapindex');
    assert.deepEqual(index.faults, []);
    const maps = index.addresses.map((address) =>
      readSitemap(text(new URL(address).pathname), 'urlset'),
    );
    assert.deepEqual(
      maps.flatMap(({ faults }) => faults),
      [],
    );
    const mapped = new Set(maps.flatMap((map) => map.addresses));
    assert.equal(
      mapped.size,
      maps.reduce((sum, map) => sum + map.addresses.length, 0),
    );
    const hidden = (path: string) =>
      path === NOT_FOUND_FILE ||
      (!/^(port-)?\d+\.html$/.test(path) &&
        text(path).includes('<meta name="robots" content="noindex"'));
    const pages = files.filter((path) => path.endsWith('.html') && !hidden(path));
    const expected = new Set(pages.map((path) => new URL(addressOf(path) ?? '', SITE).href));
    assertNone([...expected].filter((address) => !mapped.has(address)));
    assertNone([...mapped].filter((address) => !expected.has(address)));
  });
});

describe('oEmbed', () => {
  test('each authored page has its document, with a picture that is there', () => {
    const missing = [...atlas.authored()].flatMap((port) => {
      const path = oembedAddress(port).slice(1);
      if (!existsSync(inSite(path))) return [path];
      const { thumbnail_url: picture, title } = json(path);
      assert.match(title, new RegExp(`^Port ${port}\\b`));
      return isThere(picture) ? [] : [picture];
    });
    assertNone(missing);
  });
});

describe('llms.txt', () => {
  test('has the form, and links to what is there', () => {
    const lines = text('llms.txt').split('\n');
    assert.match(lines[0] ?? '', /^# Portolan$/);
    assert.match(lines[2] ?? '', /^> \S/);
    const links = lines.flatMap((line) => /^- \[[^\]]+\]\((\S+)\): \S/.exec(line)?.[1] ?? []);
    assert.ok(links.length >= 10);
    assertNone(links.filter((link) => !isThere(link)));
  });
});

describe('names as addresses', () => {
  test('have no place that a page or file has', () => {
    const names: Record<string, number> = json('.names.json');
    assert.ok(Object.keys(names).length > 8000);
    const first = files.map((path) => keyOf(path.split('/')[0]?.replace(/\.\w+$/, '') ?? ''));
    assertNone([...new Set(first)].filter((key) => key in names));
    assertNone(Object.keys(names).filter((key) => RESERVED.has(key)));
    assertNone(Object.values(names).filter((port) => !addresses.has(`/${port}`)));
  });

  test('every word that begins an address of the site is kept from being a name', () => {
    const folders = files
      .filter((path) => path.includes('/'))
      .map((path) => path.split('/')[0] ?? '');
    const pages = files
      .filter((path) => /^[a-z][\w-]*\.html$/.test(path))
      .map((path) => path.slice(0, -5));
    const words = [...new Set([...folders, ...pages])].map(keyOf);
    assertNone(words.filter((word) => !RESERVED.has(word) && !/^port\d+$/.test(word)));
  });

  test('in _redirects stay within what hosts take', () => {
    const rules = text('_redirects')
      .split('\n')
      .filter((line) => line.startsWith('/'));
    const plain = rules.filter((line) => !line.includes(':'));
    assert.ok(plain.length <= 2000 && rules.length - plain.length <= 100);
    assert.ok(plain.length > 1900);
    const taken = plain
      .map((line) => line.split(' ')[0] ?? '')
      .filter((from) => addresses.has(from));
    assertNone(taken.filter((from) => from !== '/404'));
  });
});

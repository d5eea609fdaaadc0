/** The sitemaps stay within the limits of the protocol, and give a date only where one is known. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { PORT_COUNT } from '../../../src/base/ranges.ts';
import { SITE } from '../../../src/base/site-address.ts';
import { MOST_IN_A_MAP, sitemapFiles, writeSitemaps } from '../../../src/build/sitemaps.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';
import { readSitemap } from '../../helpers/sitemap-rules.ts';

const atlas = sharedAtlas();
const documented = new Set(atlas.documented());
const ports = Array.from({ length: PORT_COUNT }, (_, port) => ({ port, address: `/${port}` }));

test('all ports, each once, in as many maps as the limit asks for; the index names them all', () => {
  const files = sitemapFiles({ documented, pages: [{ address: '/' }], ports });
  const names = [...files.keys()];
  assert.deepEqual(names, [
    'sitemap-pages.xml',
    'sitemap-documented.xml',
    'sitemap-undocumented-1.xml',
    'sitemap-undocumented-2.xml',
    'sitemap.xml',
  ]);
  const index = readSitemap(files.get('sitemap.xml') ?? '', 'sitemapindex');
  assert.deepEqual(index.faults, []);
  assert.deepEqual(
    index.addresses,
    names.slice(0, -1).map((name) => `${SITE}/${name}`),
  );
  const maps = names.slice(0, -1).map((name) => readSitemap(files.get(name) ?? '', 'urlset'));
  assert.deepEqual(
    maps.flatMap(({ faults }) => faults),
    [],
  );
  const addresses = maps.flatMap((map) => map.addresses);
  assert.equal(new Set(addresses).size, PORT_COUNT + 1);
  assert.equal(maps[2]?.addresses.length, MOST_IN_A_MAP);
});

describe('from a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-maps-'));
  const page = (head = '') => `<!doctype html><html><head>${head}</head><body></body></html>`;
  const write = (name: string, head?: string) => writeFileSync(join(folder, name), page(head));
  mkdirSync(join(folder, 'range'));
  for (const name of ['index', '404', 'port-404', '22', '3', 'about', 'changes', 'range/0-999'])
    write(`${name}.html`);
  write('search.html', '<meta name="robots" content="noindex">');
  writeSitemaps(folder, atlas);
  const read = (name: string) =>
    readSitemap(
      readFileSync(join(folder, name), 'utf8'),
      name === 'sitemap.xml' ? 'sitemapindex' : 'urlset',
    );

  test('the pages that are there, but for those that search engines are kept from', () => {
    const { addresses, faults } = read('sitemap-pages.xml');
    assert.deepEqual(faults, []);
    const paths = addresses.map((address) => new URL(address).pathname);
    assert.deepEqual(paths, ['/', '/about', '/changes', '/range/0-999']);
    const known = [3, 22, 404].filter((port) => documented.has(port));
    assert.deepEqual(
      read('sitemap-documented.xml').addresses,
      known.map((port) => `${SITE}/${port}`),
    );
    rmSync(folder, { recursive: true });
  });

  test('a date for what an author wrote and for what is made of the registry, and no other', () => {
    const registry = atlas.sources.get('iana')?.date;
    assert.deepEqual(pages.dates, [undefined, undefined, registry, registry]);
    assert.deepEqual(ofPorts.dates.slice(0, 2), [undefined, atlas.port(22).page?.updated]);
  });
  const pages = read('sitemap-pages.xml');
  const ofPorts = read('sitemap-documented.xml');
});

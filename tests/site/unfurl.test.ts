/** What others read in the head of a page: Open Graph, Twitter’s card, JSON-LD, oEmbed; and the pictures they show. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { portCardAddress, SITE_CARD, statusCardAddress } from '../../src/words/card-address.ts';
import { assertNone } from '../helpers/assert-none.ts';
import { OTHER_PAGES, samplePorts } from '../helpers/chosen-pages.ts';
import { attribute, type Element, elementsIn, rawTextOf, rootOf, textOf } from '../helpers/dom.ts';
import { addressOf, inSite, portFile, siteFiles } from '../helpers/site-files.ts';

const SITE = process.env.PORTOLAN_SITE ?? 'https://portolan.example';
const PICTURE_BYTES = 42_000;

const atlas = openAtlas();
const files = siteFiles().map(({ path }) => path);
const there = new Set(files.map(addressOf));

interface Head {
  file: string;
  title: string;
  meta: Map<string, string[]>;
  links: Element[];
  data: string[];
}

function headOf(file: string): Head {
  const elements = [...elementsIn(rootOf(readFileSync(inSite(file), 'utf8')))];
  const named = (tag: string) => elements.filter(({ tagName }) => tagName === tag);
  const meta = new Map<string, string[]>();
  for (const element of named('meta')) {
    for (const key of [attribute(element, 'name'), attribute(element, 'property')])
      if (key) meta.set(key, [...(meta.get(key) ?? []), attribute(element, 'content') ?? '']);
  }
  const data = named('script')
    .filter((element) => attribute(element, 'type') === 'application/ld+json')
    .map(rawTextOf);
  const [title] = named('title');
  return { file, title: title ? textOf(title) : '', meta, links: named('link'), data };
}

const sampled = new Set([...samplePorts(300), ...atlas.authored()]);
const portHeads = new Map([...sampled].map((port) => [port, headOf(portFile(port))]));
const otherHeads = OTHER_PAGES.map((address) =>
  headOf(address === '/' ? 'index.html' : `${address.slice(1)}.html`),
);
const heads = [...portHeads.values(), ...otherHeads];
const isThere = (url: string) => url.startsWith(`${SITE}/`) && there.has(new URL(url).pathname);

describe('Open Graph', () => {
  const KEYS = ['og:title', 'og:type', 'og:url', 'og:image', 'og:description', 'twitter:card'];

  test('says all it must, once', () => {
    const faults = heads.flatMap(({ file, meta }) =>
      KEYS.filter((key) => meta.get(key)?.length !== 1 || !meta.get(key)?.[0]).map(
        (key) => `${file}: ${key}`,
      ),
    );
    assertNone(faults);
  });

  test('agrees with the page', () => {
    for (const { file, links, meta, title } of heads) {
      const canonical = links.find((link) => attribute(link, 'rel') === 'canonical');
      assert.deepEqual(meta.get('og:url'), [canonical && attribute(canonical, 'href')], file);
      assert.deepEqual(meta.get('og:description'), meta.get('description'), file);
      assert.ok(title.startsWith(meta.get('og:title')?.[0] ?? '-'), file);
      assert.deepEqual(meta.get('twitter:card'), ['summary_large_image'], file);
    }
  });

  test('shows a picture that is there: of the port, of its status, of the site', () => {
    const pictureOf = ({ meta }: Head) => meta.get('og:image')?.[0] ?? '';
    for (const [port, head] of portHeads) {
      const { page, status } = atlas.port(port);
      const own = page ? portCardAddress(port) : statusCardAddress(status);
      assert.equal(pictureOf(head), SITE + own);
      const alt = head.meta.get('og:image:alt')?.[0];
      assert.equal(alt, page && `Port ${port}, ${page.title}`);
    }
    for (const head of otherHeads) assert.equal(pictureOf(head), SITE + SITE_CARD);
    assertNone(heads.map(pictureOf).filter((url) => !isThere(url)));
  });
});

describe('JSON-LD', () => {
  type Thing = Record<string, unknown>;
  const thingsOf = ({ data, file }: Head): Thing[] =>
    data.flatMap((text) => {
      const { '@context': context, '@graph': graph, ...only } = JSON.parse(text);
      assert.equal(context, 'https://schema.org', file);
      return graph ?? [only];
    });
  const typed = (head: Head, type: string) =>
    thingsOf(head).filter((thing) => thing['@type'] === type);

  test('leads to every documented port by its block, and has no bytes on the others', () => {
    for (const [port, head] of portHeads) {
      if (!atlas.port(port).documented) {
        assert.deepEqual(head.data, [], `port ${port}`);
        continue;
      }
      const [crumbs, ...others] = typed(head, 'BreadcrumbList');
      assert.equal(others.length, 0);
      const steps = crumbs?.itemListElement as Thing[];
      assert.deepEqual(
        steps.map(({ '@type': type, position }) => [type, position]),
        steps.map((_, index) => ['ListItem', index + 1]),
      );
      assert.ok(steps.length >= 2);
      assert.equal(steps.at(-1)?.name, `Port ${port}`);
      assertNone(steps.slice(0, -1).filter(({ item, name }) => !name || !isThere(String(item))));
    }
  });

  test('tells of an article on documented ports, and on no other', () => {
    for (const [port, head] of portHeads) {
      const { documented, page } = atlas.port(port);
      const articles = typed(head, 'TechArticle');
      assert.equal(articles.length, documented ? 1 : 0, `port ${port}`);
      for (const { author, dateModified, headline, image, url } of articles) {
        assert.equal(headline, head.meta.get('og:title')?.[0]);
        assert.deepEqual([url], head.meta.get('og:url'));
        assert.deepEqual([image], head.meta.get('og:image'));
        assert.equal(dateModified, page?.updated ?? atlas.sources.get('iana')?.date);
        assert.equal((author as Thing).name, 'Portolan');
      }
    }
  });

  test('tells of the files with all ports, which are there', () => {
    // On one page of the site, whichever it is.
    const pages = files.filter((path) => path.endsWith('.html') && !/\d\.html$/.test(path));
    const sets = pages.flatMap((file) => typed(headOf(file), 'Dataset'));
    assert.equal(sets.length, 1);
    const { description, distribution, license, name, url } = sets[0] as Thing;
    assert.ok(String(description).length >= 50 && String(description).length <= 5000);
    assert.ok(name && isThere(String(license)) && isThere(String(url)));
    const downloads = (distribution as Thing[]).map(({ contentUrl }) => String(contentUrl));
    assert.ok(downloads.length > 0);
    assertNone(downloads.filter((download) => !isThere(download)));
  });
});

test('an authored page, and no other, leads to its oEmbed document', () => {
  for (const [port, { links }] of portHeads) {
    const embeds = links.filter((link) => attribute(link, 'type') === 'application/json+oembed');
    const own = `${SITE}/oembed/${port}.json`;
    const wanted = atlas.authored().has(port) ? [own] : [];
    assert.deepEqual(
      embeds.map((link) => attribute(link, 'href')),
      wanted,
    );
    if (wanted.length > 0) assert.ok(isThere(own), own);
  }
});

describe('the pictures', () => {
  const wanted = [
    SITE_CARD,
    ...[...new Set(atlas.statuses())].map(statusCardAddress),
    ...[...atlas.authored()].map(portCardAddress),
  ];

  test('are there, and no others', () => {
    const drawn = files.filter((path) => path.startsWith('og/')).map((path) => `/${path}`);
    assert.deepEqual(drawn.sort(), wanted.sort());
  });

  test(`are PNG of 1200 by 630, and take at most ${PICTURE_BYTES} bytes`, async () => {
    for (const address of wanted) {
      const file = inSite(address.slice(1));
      assert.ok(existsSync(file), address);
      const bytes = readFileSync(file);
      const { format, height, width } = await sharp(bytes).metadata();
      assert.deepEqual([format, width, height], ['png', 1200, 630], address);
      assert.ok(bytes.length <= PICTURE_BYTES, `${address}: ${bytes.length} bytes`);
    }
  });
});

/** The guides as they are served, and the ways to them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { allGuides, guidesAbout } from '../../src/facts/guides.ts';
import { assertNone } from '../helpers/assert-none.ts';
import { portsOfEachStatus } from '../helpers/chosen-pages.ts';
import { attribute, type Element, elementsIn, rootOf, textOf } from '../helpers/dom.ts';
import { factsOf } from '../helpers/page-facts.ts';
import { inSite, portFile } from '../helpers/site-files.ts';

const atlas = openAtlas();
const guides = allGuides();
const htmlOf = (file: string) => readFileSync(inSite(file), 'utf8');
const linksOf = (file: string) => factsOf(htmlOf(file)).links;
const fileOf = (slug: string) => `guides/${slug}.html`;

function byId(root: Element, id: string): Element {
  const found = elementsIn(root).find((each) => attribute(each, 'id') === id);
  assert.ok(found, `no element has the id ${id}`);
  return found;
}
const all = (root: Element, tag: string) =>
  [...elementsIn(root)].filter(({ tagName }) => tagName === tag);

describe('each guide', () => {
  for (const { ports, slug, sources, summary, title, updated } of guides) {
    test(`${slug}: answer, parts, footnotes, sources with their dates`, () => {
      const html = htmlOf(fileOf(slug));
      const root = rootOf(html);
      const facts = factsOf(html);
      assert.deepEqual(facts.headings, [title]);
      assert.deepEqual(facts.titles, [`${title} | Portolan`]);
      assert.deepEqual(facts.descriptions, [summary]);
      const story = byId(root, 'story');
      const parts = all(story, 'h2').map((heading) => `#${attribute(heading, 'id')}`);
      assert.ok(parts.length >= 3);
      assertNone(parts.filter((part) => !facts.links.includes(part)));
      const listed = all(byId(root, 'sources'), 'li');
      assert.equal(listed.length, sources.length);
      for (const source of listed)
        assert.match(textOf(source), /read 20\d\d-\d\d-\d\d|cited, not opened/);
      const cited = new Set(facts.links.filter((link) => link.startsWith('#s-')));
      assert.equal(cited.size, sources.length);
      assertNone(ports.filter((port) => !facts.links.includes(`/${port}`)));
      assert.ok(all(root, 'time').some((time) => attribute(time, 'datetime') === updated));
      assert.ok(all(story, 'pre').length > 0, 'no command');
    });
  }
});

describe('what the registry knows is printed from it', () => {
  test('every port that a browser refuses', () => {
    const links = linksOf(fileOf('browser-refused-ports'));
    assertNone(atlas.tables.browsers.filter(({ port }) => !links.includes(`/${port}`)));
  });

  test('every ephemeral range, and who may listen below 1024', () => {
    const rowsOf = (slug: string) =>
      all(byId(rootOf(htmlOf(fileOf(slug))), 'story'), 'tr')
        .map(textOf)
        .join('\n');
    const ranges = rowsOf('ephemeral-ports');
    for (const { high, low, system } of atlas.tables.ephemeral)
      assert.match(ranges, new RegExp(`${system}.*${low} to ${high}`));
    const rules = rowsOf('ports-below-1024');
    for (const { rule } of atlas.tables.privileged) assert.ok(rules.includes(rule), rule);
  });
});

describe('the ways to the guides', () => {
  for (const file of ['index.html', 'guides.html']) {
    test(`${file} links to each`, () => {
      const links = linksOf(file);
      assertNone(guides.filter(({ slug }) => !links.includes(`/guides/${slug}`)));
    });
  }

  test('a port links to the guides about it', () => {
    const without = [...new Set(guides.flatMap(({ ports }) => ports))].filter((port) => {
      const links = linksOf(portFile(port));
      return guidesAbout(port).some(({ slug }) => !links.includes(`/guides/${slug}`));
    });
    assertNone(without);
  });

  test('a reason against a port leads to the guide that explains it', () => {
    assert.ok(linksOf(portFile(6666)).includes('/guides/browser-refused-ports'));
    assert.ok(linksOf(portFile(79)).includes('/guides/ports-below-1024'));
    assert.ok(linksOf(portFile(51820)).includes('/guides/ephemeral-ports'));
  });

  test('a port of which nobody says anything spends no bytes on it', () => {
    const unknown = [...portsOfEachStatus(20).values()]
      .flat()
      .filter((port) => !atlas.port(port).documented && guidesAbout(port).length === 0);
    assert.ok(unknown.length > 10);
    assertNone(unknown.filter((port) => htmlOf(portFile(port)).includes('/guides')));
  });
});

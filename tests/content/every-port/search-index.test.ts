/** What goes into the index, and how its answers become results. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PortRecord } from '../../../src/facts/atlas/record.ts';
import { filtersIn, passes } from '../../../src/features/search/filters.ts';
import { MENTIONS } from '../../../src/features/search/hit.ts';
import { mentionsOf, type Pagefind } from '../../../src/features/search/mentions.ts';
import { nameOf, passagesOf } from '../../../src/features/search/passages.ts';
import { guidePages, indexPages } from '../../../src/features/search/records.ts';
import { storyParts } from '../../../src/features/search/story-text.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const STORY = `---
port: 22
summary: Frontmatter.
---
import X from './x.mdx';

A **story** with a [link](/23), \`code\`[^note] and <Port number={5432} />.

| a | table |
| --- | --- |
| of | cells |

[^note]: A note.
`;

const atlas = sharedAtlas();
const records = atlas.documented().map((port) => atlas.port(port));
const pages = indexPages(records, (port) => (port === 22 ? STORY : undefined));

describe('the index', () => {
  test('has no more pages than a reader can be asked to fetch a list of', () => {
    assert.ok(pages.length < 2000);
  });

  test('has every documented port, but for those that say what an earlier one says', () => {
    const ports = new Set(
      pages.flatMap((page) =>
        [...page.matchAll(/<h2 id="(\d+)-/g)].map(([, port]) => Number(port)),
      ),
    );
    const textOf = (record: PortRecord) => JSON.stringify([nameOf(record), passagesOf(record)]);
    const told = new Set(records.filter(({ port }) => ports.has(port)).map(textOf));
    const missing = records.filter(
      (record) => !ports.has(record.port) && !told.has(textOf(record)),
    );
    assert.deepEqual(
      missing.map(({ port }) => port),
      [],
    );
    assert.ok(ports.size > 6000);
  });

  test('has no word in every fifth section, so that none matches everything', () => {
    const counts = new Map<string, number>();
    const sections = pages.flatMap((page) => page.split('<h2').slice(1));
    for (const section of sections) {
      const text = section.replace(/<?[^<>]*>/g, ' ').toLowerCase();
      for (const word of new Set(text.match(/[a-z]{3,}/g)))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const common = [...counts]
      .filter(([, count]) => count > sections.length / 5)
      .map(([word]) => word);
    assert.ok(sections.length > 6000);
    assert.deepEqual(common, []);
  });

  test('keeps together only ports that no filter tells apart', () => {
    for (const page of pages) {
      const states = new Set([...page.matchAll(/<h2 id="\d+-(..)"/g)].map(([, state]) => state));
      assert.equal(states.size, 1);
    }
  });

  test('takes the words of a story, and nothing of how it is written', () => {
    const [text] = storyParts(STORY);
    assert.equal(text, 'A story with a link, code and 5432. a table of cells A note.');
  });

  test('takes a guide under its name', () => {
    const [page = ''] = guidePages([{ slug: 'a-guide', title: 'A guide', text: 'Words.' }]);
    assert.match(page, /<h2 id="a-guide"[^>]*>A guide<\/h2><p[^>]*>Words\.<\/p>/);
  });
});

describe('what Pagefind finds', () => {
  const page = {
    content: 'alpha. Alpha Mail. beta. Beta Print. gamma. Gamma Mail Print.',
    anchors: [
      { id: '1-a3', text: 'alpha.', location: 0 },
      { id: '2-a3', text: 'beta.', location: 3 },
      { id: '3-a3', text: 'gamma.', location: 6 },
    ],
    weighted_locations: [2, 5, 8, 9].map((location) => ({ location, weight: 4 })),
  };
  const pagefind: Pagefind = {
    search: async () => ({ results: [{ score: 1, data: async () => page }] }),
  };

  test('is told of the port whose section has every word', async () => {
    const mentions = await mentionsOf(['mail', 'print'], pagefind, {}, 5);
    assert.deepEqual(
      mentions.map(({ port }) => port),
      [3],
    );
    assert.equal(mentions[0]?.group, MENTIONS);
    assert.equal(mentions[0]?.why, 'Gamma \u0001Mail\u0001 \u0001Print.\u0001');
  });

  test('is told of each port that has the only word', async () => {
    const mentions = await mentionsOf(['mail'], pagefind, {}, 5);
    assert.deepEqual(mentions.map(({ port }) => port).sort(), [1, 3]);
  });

  test('is nothing where no section has a word', async () => {
    assert.deepEqual(await mentionsOf(['zulu'], pagefind, {}, 5), []);
  });
});

describe('filters', () => {
  const hit = { group: MENTIONS, href: '/22', port: 22, state: 'a3', story: true } as const;

  test('are read from the address, and others are left alone', () => {
    const filters = filtersIn(new URLSearchParams('q=x&range=system&status=&other=1'));
    assert.deepEqual(filters, { range: 'system' });
  });

  test('let pass what meets all of them', () => {
    assert.ok(passes(hit, {}));
    assert.ok(passes(hit, { range: 'system', status: 'assigned', transport: 'udp', story: 'yes' }));
    assert.ok(!passes(hit, { range: 'user' }));
    assert.ok(!passes(hit, { status: 'reserved' }));
    assert.ok(!passes(hit, { transport: 'sctp' }));
    assert.ok(!passes({ ...hit, story: false }, { story: 'yes' }));
  });

  test('leave out a guide, which has none of this', () => {
    const guide = { group: MENTIONS, href: '/guides/x' } as const;
    assert.ok(passes(guide, {}));
    assert.ok(!passes(guide, { range: 'system' }));
  });
});

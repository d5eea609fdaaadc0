import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Page, readPage } from '../../src/checks/page.ts';
import { repetition } from '../../src/checks/rules/repetition.ts';
import { assertLinear } from '../helpers/growth.ts';
import { contextOf } from './good-page.ts';

const RUN = 'the sea takes back what the harbour borrowed';

function pageOf(port: number, body: string, more = ''): Page {
  return readPage(`content/ports/${port}.mdx`, `---\nport: ${port}\n${more}---\n\n${body}\n`);
}

function wrongIn(pages: Page[], wanted = pages): string[] {
  const context = contextOf(pages, { wanted: new Set(wanted) });
  return wanted.flatMap((page) =>
    repetition.check(page, context).map(({ line, wrong }) => `${page.port}:${line} ${wrong}`),
  );
}

test('pages that have only seven words in common pass', () => {
  const seven = RUN.split(' ').slice(0, 7).join(' ');
  assert.deepEqual(
    wrongIn([pageOf(1, `Once ${seven} and more.`), pageOf(2, `Again ${seven} or less.`)]),
    [],
  );
});

test('eight words are found, whatever their case and punctuation, with both places', () => {
  const pages = [
    pageOf(1, `Once ${RUN} and more.`),
    pageOf(2, `Not this.\n\nBut\nthe **sea** takes back: What the ‘harbour’ borrowed!`),
  ];
  assert.deepEqual(wrongIn(pages), [
    "2:8 'the sea takes back What the harbour borrowed' stands in content/ports/1.mdx:5 too",
  ]);
});

test('a longer run is told once, as a whole', () => {
  const pages = [pageOf(1, `${RUN} twice a day.`), pageOf(2, `${RUN} twice a day.`)];
  assert.deepEqual(wrongIn(pages).length, 1);
  assert.match(wrongIn(pages)[0] ?? '', /borrowed twice a day'/);
});

test('a run does not reach over paragraphs, and may stand twice in one page', () => {
  const [start, end] = ['the sea takes back', 'what the harbour borrowed'];
  assert.deepEqual(wrongIn([pageOf(1, `${start}\n\n${end}`), pageOf(2, `${start} ${end}`)]), []);
  assert.deepEqual(wrongIn([pageOf(1, `${RUN}\n\n${RUN}`)]), []);
});

test('fields are compared with bodies', () => {
  const more = `history:\n  - { date: "2003", text: ${RUN}, source: a }\n`;
  assert.deepEqual(wrongIn([pageOf(1, `Once ${RUN}.`), pageOf(2, 'Text.', more)]).length, 1);
  assert.match(wrongIn([pageOf(1, `Once ${RUN}.`), pageOf(2, 'Text.', more)])[0] ?? '', /^2:4 /);
});

test('a whole sentence counts from five words on, a heading does not', () => {
  const five = 'Nobody knows who began it.';
  assert.equal(wrongIn([pageOf(1, `Yes. ${five} Well.`), pageOf(2, `No. ${five} Hm.`)]).length, 1);
  assert.deepEqual(
    wrongIn([pageOf(1, `Yes. ${five}`), pageOf(2, `No: nobody knows who began it, then.`)]),
    [],
  );
  assert.deepEqual(
    wrongIn([pageOf(1, '## Nobody knows who began it'), pageOf(2, '## Nobody knows who began it')]),
    [],
  );
  assert.deepEqual(wrongIn([pageOf(1, 'Nobody knows it.'), pageOf(2, 'Nobody knows it.')]), []);
});

test('code, targets of links, footnotes and titles of sources are left out', () => {
  const code = `\`${RUN}\`\n\n\`\`\`\n${RUN}\n\`\`\`\n\n<https-free>`.replace(
    '<https-free>',
    `[x](https://example.org/${RUN.replaceAll(' ', '/')})`,
  );
  assert.deepEqual(wrongIn([pageOf(1, code), pageOf(2, code)]), []);
  const title = `sources:\n  - { key: a, title: The Sea Takes Back What The Harbour Borrowed, publisher: B, url: "https://example.org", checked: "2026-11-20" }\n`;
  assert.deepEqual(
    wrongIn([pageOf(1, `See ${RUN}.`, title), pageOf(2, `Read ${RUN}!`, title)]),
    [],
  );
});

test('another command in the same sentence makes no other sentence', () => {
  const with_ = (code: string) => `Run \`${code}\` on the server and look who holds the socket.`;
  assert.equal(wrongIn([pageOf(1, with_('ss')), pageOf(2, with_('lsof'))]).length, 1);
});

test('a page that was named is held against all others, and the others are not reported', () => {
  const pages = [pageOf(1, RUN), pageOf(2, RUN), pageOf(3, 'Else.')];
  assert.match(wrongIn(pages, pages.slice(0, 1)).join(), /^1:5 .*content\/ports\/2\.mdx:5/);
  assert.match(wrongIn(pages, pages.slice(1, 2)).join(), /^2:5 .*content\/ports\/1\.mdx:5/);
  assert.deepEqual(wrongIn(pages, pages.slice(2)), []);
});

test('twice the pages take twice the work', () => {
  const passage = (text: string) => ({
    kind: 'text' as const,
    where: 'body',
    text,
    words: 0,
    lineAt: () => 1,
  });
  const words = 60;
  const pagesOf = (size: number) =>
    Array.from({ length: size / (10 * words) }, (_, page) => ({
      ...pageOf(page + 1, ''),
      passages: Array.from({ length: 10 }, (_, p) =>
        passage(
          Array.from(
            { length: words },
            (_, w) => `w${(page * 7919 + p * 104729 + w * w * 31) % 5003}`,
          ).join(' '),
        ),
      ),
    }));
  const check = (pages: Page[]) => {
    const context = contextOf(pages);
    for (const page of pages) repetition.check(page, context);
  };
  assertLinear('pages', pagesOf, check, 1 << 17);
});

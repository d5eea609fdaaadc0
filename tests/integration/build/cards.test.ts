/** The pictures for links: drawn once, the same every time, and with every letter. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { balanced, type Type, widthOf, wrapped } from '../../../src/build/pictures/lettering.ts';
import { type Drawn, writeCards } from '../../../src/build/pictures/write-cards.ts';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { nameOf } from '../../../src/words/port/in-english.ts';

const atlas = openAtlas();
const source = (file: string) => join(import.meta.dirname, '../../../src', file);
const SANS: Type = { face: 'sans', size: 40 };

describe('drawing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  const cache = join(folder, 'cache');
  after(() => rmSync(folder, { recursive: true }));

  const draw = async (run: string, drawn: Partial<Drawn> = {}) => {
    const out = join(folder, run);
    await writeCards(out, { ...atlas, authored: () => new Set([3330, 22]), ...drawn }, cache);
    const names = readdirSync(join(out, 'og')).sort();
    return new Map(names.map((name) => [name, readFileSync(join(out, 'og', name))]));
  };
  const kept = () =>
    new Map(readdirSync(cache).map((name) => [name, statSync(join(cache, name)).mtimeMs]));

  test('a second time draws nothing, and gives the same', async () => {
    const first = await draw('first');
    const before = kept();
    assert.equal(before.size, first.size);
    assert.ok(
      ['22.png', '3330.png', 'assigned.png', 'portolan.png'].every((name) => first.has(name)),
    );
    assert.deepEqual(await draw('second'), first);
    assert.deepEqual(kept(), before);
  });

  test('keeps no half of a picture where there was no room for the whole', {
    skip: process.platform === 'win32',
  }, () => {
    const own = join(folder, 'full');
    // As a full disk: a file may have no more than one block.
    const script = `
      const { writeCards } = await import(${JSON.stringify(source('build/pictures/write-cards.ts'))});
      const { openAtlas } = await import(${JSON.stringify(source('facts/atlas/atlas.ts'))});
      await writeCards(${JSON.stringify(join(own, 'out'))}, openAtlas(), ${JSON.stringify(own)});`;
    const { status } = spawnSync(
      'sh',
      ['-c', 'ulimit -f 1; exec "$0" --input-type=module -e "$1"', process.execPath, script],
      { encoding: 'utf8' },
    );
    assert.notEqual(status, 0);
    assert.deepEqual(readdirSync(own), []);
  });

  test('draws anew what has changed, and keeps no picture that nobody shows', async () => {
    const before = await draw('before');
    const old = kept();
    const port: Drawn['port'] = (number) => {
      const record = atlas.port(number);
      const { page } = record;
      return number === 3330 && page ? { ...record, page: { ...page, summary: 'Other.' } } : record;
    };
    const changed = await draw('changed', { port });
    const differing = [...changed].filter(([name, bytes]) => !before.get(name)?.equals(bytes));
    assert.deepEqual(
      differing.map(([name]) => name),
      ['3330.png'],
    );
    assert.equal(kept().size, old.size);
    assert.equal([...kept().keys()].filter((name) => !old.has(name)).length, 1);
  });
});

test('the fonts have every letter of every authored name and summary', () => {
  const lacking = [...atlas.authored()].flatMap((number) => {
    const record = atlas.port(number);
    const lacks = (text: string, type: Type) =>
      [...new Set(text)].filter((letter) => widthOf(letter, type) === 0);
    const name = lacks(nameOf(record), { face: 'number', size: 40 });
    const summary = lacks(record.page?.summary ?? '', SANS);
    return [...name, ...summary].map((letter) => `${number}: ${letter}`);
  });
  assert.deepEqual(lacking, []);
});

test('lines are wrapped within their width, and cut where there are too many', () => {
  const text = 'One two three four five six seven eight nine ten, eleven twelve thirteen';
  for (const lay of [wrapped, balanced]) {
    const lines = lay(text, 300, 9, SANS);
    assert.equal(lines.join(' '), text);
    for (const line of lines) assert.ok(widthOf(line, SANS) <= 300, line);
    const cut = lay(text, 300, 2, SANS);
    assert.equal(cut.length, 2);
    assert.match(cut[1] ?? '', /…$/);
  }
  const [first = '', last = ''] = balanced(
    'Aaaa bbbb cccc dddd eeee',
    widthOf('Aaaa bbbb cccc dddd', SANS),
    2,
    SANS,
  );
  assert.ok(widthOf(last, SANS) > widthOf(first, SANS) / 2, `${first} / ${last}`);
});

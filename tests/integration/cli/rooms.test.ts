import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { checkRooms } from '../../../src/cli/rooms.ts';

/** What the rules say of a folder with these files. */
function findingsOf(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-rooms-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return checkRooms(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const words = { 'words/title.ts': 'export const title = 1;' };

test('an import from a room before its own is fine, and so is one of a package', () => {
  const files = {
    ...words,
    'pages/index.astro': "---\nimport { title } from '../words/title.ts';\n---\n<p>{title}</p>",
    'base/name.ts': "import { join } from 'node:path';\nexport const name = join('a', 'b');",
  };
  assert.deepEqual(findingsOf(files), []);
});

test('an import from a later room is named with its rule and a remedy', () => {
  const [finding, ...others] = findingsOf({
    ...words,
    'facts/port.ts': "import { title } from '../words/title.ts';\nexport const port = title;",
  });
  assert.match(
    finding ?? '',
    /^rooms: src\/facts\/port\.ts imports src\/words\/title\.ts, but 'words' comes after 'facts'\. .*Hand the value over/,
  );
  assert.deepEqual(others, []);
});

for (const [how, file, text] of [
  ['the type of', 'facts/port.ts', "import type { T } from '../words/title.ts';"],
  ['again', 'facts/port.ts', "export { title } from '../words/title.ts';"],
  ['late', 'facts/port.ts', "const late = await import('../words/title.ts');"],
  ['as a worker', 'facts/port.ts', "new Worker(new URL('../words/title.ts', import.meta.url));"],
  ['in a template', 'components/A.astro', "---\nimport B from '../pages/B.astro';\n---\n<B />"],
  [
    'in a script of a template',
    'components/A.astro',
    "<script>import '../pages/B.astro';</script>",
  ],
] as const) {
  test(`an import from a later room is found ${how}`, () => {
    const findings = findingsOf({ ...words, 'pages/B.astro': '<p>B</p>', [file]: text });
    assert.equal(findings.length, 1);
    assert.match(findings[0] ?? '', /^rooms: /);
  });
}

test('a circle is named with every file of it', () => {
  const findings = findingsOf({
    'base/a.ts': "import type { B } from './b.ts';\nexport type A = B;",
    'base/b.ts': "import type { C } from './c.ts';\nexport type B = C;",
    'base/c.ts': "import type { A } from './a.ts';\nexport type C = A;",
  });
  assert.equal(findings.length, 1);
  assert.match(
    findings[0] ?? '',
    /^circle: src\/base\/a\.ts → src\/base\/b\.ts → src\/base\/c\.ts → src\/base\/a\.ts\. /,
  );
});

test('a new folder of src is asked for its place', () => {
  const findings = findingsOf({ 'utils/a.ts': 'export const a = 1;' });
  assert.deepEqual(findings, ["rooms: 'utils' has no place in ROOMS of src/cli/rooms.ts; add it."]);
});

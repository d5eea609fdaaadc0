/** `npx portolan 3330` as a person types it, without the authored pages. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { versionOf } from '../../../src/build/package/manifest.ts';
import { OPTION_NAMES } from '../../../src/cli/portolan-manual.ts';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { portJson } from '../../../src/facts/schemas/port-json.ts';
import { portJson as documentOf } from '../../../src/features/exports/port-json.ts';
import { makeIndex } from '../../../src/package/make-index.ts';
import { openIndex } from '../../../src/package/open-index.ts';
import { paintFor, plain, widthOf } from '../../../src/words/prose/paint.ts';
import { CARD_LINES, plainCard } from '../../../src/words/prose/plain-card.ts';
import { plainText } from '../../../src/words/prose/plain-text.ts';
import { runToolOf, withoutPages } from '../../helpers/commands.ts';

const project = withoutPages();
after(() => project.remove());

/** So many ports apart are those that are drawn: all of them would take half a minute. */
const EVERY = 11;

const index = openIndex(makeIndex(openAtlas(undefined, [])), inflateRawSync);
const portolan = (...args: string[]) => runToolOf(project.root, 'portolan.ts', ...args);

async function answer(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await portolan(...args);
  assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  return stdout;
}

/** The ports that an answer tells of: each begins a line, and nothing else does so with a number. */
const portsIn = (text: string) => [...text.matchAll(/^(\d+) /gm)].map((match) => Number(match[1]));

describe('the card', () => {
  test('tells of a transport, of several ports, and of what was not found', async () => {
    const { code, stdout, stderr } = await portolan('tcp/5432', 'nosuchservice', '22,3403');
    assert.equal(code, 1);
    assert.equal(stderr, 'nosuchservice: We know no port of this name. See portolan --help.\n');
    assert.deepEqual(portsIn(stdout), [5432, 22, 3403]);
    assert.match(stdout, /^tcp +postgresql \(Assigned\)$/m);
    assert.match(stdout, /^More: portolan 3403 --long$/m);
  });

  test('is no longer than it says, and as wide as the terminal', () => {
    for (const port of index.documented().filter((_, at) => at % EVERY === 0)) {
      for (const width of [40, 80, 120]) {
        const text = plainCard(index.port(port), index.sources, { width, paint: plain });
        const lines = text.split('\n');
        assert.ok(lines.length <= CARD_LINES, `${port}: ${lines.length} lines`);
        for (const line of lines)
          assert.ok(
            line.length <= width || !line.trim().includes(' '),
            `${port} ${width}: ${line}`,
          );
      }
    }
  });

  test('more than five ports are a table of a line each', async () => {
    const text = await answer('6881-6889');
    assert.deepEqual(portsIn(text), [6881, 6882, 6883, 6884, 6885, 6886, 6887, 6888, 6889]);
    assert.equal(text.trimEnd().split('\n').length, 10);
  });
});

describe('--long', () => {
  test('tells all that is known, as wide as the terminal', async () => {
    const expected = plainText(index.port(3330), index.sources);
    assert.equal((await answer('3330', '--long')).trimEnd(), expected.trimEnd());
    const narrow = plainText(index.port(3330), index.sources, { width: 50 });
    for (const line of narrow.slice(0, narrow.indexOf('Find the process')).split('\n'))
      assert.ok(line.length <= 50, line);
  });

  test('22/dccp: a transport that the registry has no row for is told so', async () => {
    assert.match(await answer('22/dccp', '-l'), /^ {2}dccp +Never assigned$/m);
  });
});

describe('--json', () => {
  test('is a list of the documents of the site, for one port and for several', async () => {
    for (const [args, ports] of [
      [['3330'], [3330]],
      [
        ['65535', '3261-3262'],
        [65535, 3261, 3262],
      ],
    ] as const) {
      const documents = JSON.parse(await answer('--json', ...args));
      const wanted = ports.map((port) => documentOf(index.port(port), index.sources));
      assert.deepEqual(documents, JSON.parse(JSON.stringify(wanted)));
      for (const document of documents) portJson.parse(document);
    }
  });

  test('of nothing, the list is empty', async () => {
    const { code, stdout } = await portolan('--json', 'nosuchservice');
    assert.deepEqual({ code, list: JSON.parse(stdout) }, { code: 1, list: [] });
  });
});

describe('help', () => {
  test('--help, -h and help are one text, with every option', async () => {
    const text = await answer('--help');
    assert.equal(await answer('-h'), text);
    assert.equal(await answer('help'), text);
    for (const name of OPTION_NAMES) assert.ok(text.includes(`--${name}`), name);
    for (const line of text.split('\n')) assert.ok(line.length <= 80, line);
  });

  test('--version names the day of the facts', async () => {
    assert.equal(
      await answer('--version'),
      `portolan ${versionOf(index.date, 0).replace(/\.0$/, '')}, facts of ${index.date}\n`,
    );
  });

  test('man is a page with every option, which groff reads without complaint', async () => {
    const page = await answer('man');
    for (const name of OPTION_NAMES)
      assert.ok(page.includes(`\\-\\-${name.replaceAll('-', '\\-')}`), name);
    const { error, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww'], {
      input: page,
      encoding: 'utf8',
    });
    if (!error) assert.equal(stderr, '');
  });

  for (const shell of ['bash', 'zsh', 'fish']) {
    test(`completion ${shell} has every option, and ${shell} reads it`, async () => {
      const script = await answer('completion', shell);
      for (const name of OPTION_NAMES)
        assert.match(script, new RegExp(`(?:--|-l )${name}(?![\\w-])`), name);
      const file = join(project.root, `completion.${shell}`);
      writeFileSync(file, script);
      const { error, status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
      if (!error) assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    });
  }
});

describe('called wrongly: exit code 2, one line, no answer', () => {
  const wrong: [string[], RegExp][] = [
    [[], /^no port was named; portolan --help /],
    [['3330', '--xml'], /--xml/],
    [['completion', 'tcsh'], /bash, zsh or fish$/],
    [['--scan', '-', '22'], /^--scan takes one file; /],
  ];
  for (const [args, message] of wrong) {
    test(`portolan ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await portolan(...args);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.match(stderr.trimEnd(), message);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    });
  }
});

describe('the terminal', () => {
  test('has colours where it is one, unless NO_COLOR says otherwise', () => {
    assert.equal(paintFor({ isTTY: true }, {})('bold', 'x'), '\u001b[1mx\u001b[22m');
    assert.equal(paintFor({ isTTY: true }, { NO_COLOR: '1' })('bold', 'x'), 'x');
    assert.equal(paintFor({ isTTY: true }, { TERM: 'dumb' })('bold', 'x'), 'x');
    assert.equal(paintFor({}, {})('bold', 'x'), 'x');
  });

  test('is as wide as it says, from 40 to 120 columns', () => {
    assert.equal(widthOf({ columns: 100 }, { COLUMNS: '50' }), 100);
    assert.equal(widthOf({}, { COLUMNS: '50' }), 50);
    assert.equal(widthOf({ columns: 20 }, {}), 40);
    assert.equal(widthOf({ columns: 300 }, {}), 120);
    assert.equal(widthOf({}, { COLUMNS: 'wide' }), 80);
  });
});

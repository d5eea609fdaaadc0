/** What the maintainers' commands say, run as they are. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import Papa from 'papaparse';
import { printable } from '../../../src/base/printable.ts';
import { score } from '../../../src/feedback/score.ts';
import { SQLITE_FILE } from '../../../src/feedback/settings.ts';
import { openSqlite } from '../../../src/feedback/sqlite-store.ts';
import { ballot } from '../../helpers/feedback/ballot.ts';

const tools = join(import.meta.dirname, '../../../src/cli');
const folder = mkdtempSync(join(tmpdir(), 'portolan-tools-'));
after(() => rmSync(folder, { recursive: true }));

function run(name: string, args: string[] = [], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, [join(tools, `feedback-${name}.ts`), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: '', PORTOLAN_DATA: folder, ...env },
  });
}

const HOSTILE = 'a\u001b[2J\u009b31m\u202eb\u2028=c\u0007';

/** What a terminal might carry out, or be confused by; a line break is what ends a line. */
const CONTROLS = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;
const hasControls = (text: string) => CONTROLS.test(text.replaceAll('\n', ''));

before(async () => {
  const store = await openSqlite(join(folder, SQLITE_FILE));
  const put = async (count: number, own: Parameters<typeof ballot>[0]) => {
    for (let turn = 0; turn < count; turn++) await store.put(ballot(own));
  };
  await put(1, { port: 9, face: 'no', locale: 'sw' });
  await put(39, { port: 3330, face: 'no' });
  await put(1, {
    port: 3330,
    face: 'no',
    reasons: ['wrong', 'missing'],
    note: 'RFC 1\nsays otherwise',
  });
  await put(10, { port: 3330, face: 'yes' });
  await put(20, { port: 443, face: 'yes', locale: 'de' });
  await put(1, {
    port: 80,
    face: 'partly',
    reasons: ['command'],
    note: HOSTILE,
    day: '2026-12-01',
  });
  await put(1, {
    port: 21,
    face: 'partly',
    note: '=HYPERLINK("https://evil.example")',
    locale: 'de',
  });
  await store.close();
});

describe('the score', () => {
  test('one of one does not beat forty of fifty, and more proof counts more', () => {
    const of = (no: number, yes: number, partly = 0) => score({ no, yes, partly });
    assert.ok(of(1, 0) < of(40, 10));
    assert.ok(of(4, 1) < of(40, 10));
    assert.ok(of(10, 40) < of(40, 10));
    assert.ok(of(0, 0, 10) < of(10, 0));
    assert.ok(of(0, 10) < of(0, 9, 1));
    assert.equal(of(0, 0), 0);
    assert.equal(of(0, 1000), 0);
  });

  test('it agrees with a published value of Wilson’s interval, and stays within 0 and 1', () => {
    // 81 of 263: 0.2553 to 0.3662 (R. G. Newcombe, Statistics in Medicine 17, 1998, table I).
    assert.equal(score({ no: 81, yes: 263 - 81, partly: 0 }).toFixed(4), '0.2553');
    const count = fc.nat({ max: 1e6 });
    fc.assert(
      fc.property(count, count, count, (no, yes, partly) => {
        const value = score({ no, yes, partly });
        assert.ok(value >= 0 && value <= 1);
        assert.ok(score({ no: no + 1, yes, partly }) >= value);
      }),
    );
  });
});

describe('feedback:report', () => {
  test('those first whose readers were let down most; reasons, notes and languages', () => {
    const { status, stdout, stderr } = run('report');
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(stdout, /^73 open answers; 0 dealt with\n/);
    const rows = [...stdout.matchAll(/^ {0,4}(\d+) +(\d+)% +(\d+) +(\d+) +(\d+)$/gm)];
    assert.deepEqual(
      rows.map((row) => row.slice(1).join(' ')),
      ['3330 67 40 0 10', '9 21 1 0 0', '21 5 0 1 0', '80 5 0 1 0', '443 0 0 0 20'],
    );
    assert.ok(
      stdout.includes(
        'port 3330: wrong 1, missing 1\n  2026-11-20 en no (wrong, missing): RFC 1 ⏎ says otherwise',
      ),
    );
    assert.match(stdout, /^de +\d+% +0 +1 +20$/m);
  });

  test('no control character of a note reaches the terminal, whatever the format', () => {
    for (const args of [[], ['--json'], ['--csv']]) {
      const { stdout } = run('report', args);
      assert.ok(!hasControls(stdout), args.join());
    }
    for (const args of [[], ['--csv']]) assert.ok(!hasControls(run('export', args).stdout));
    assert.ok(
      run('report').stdout.includes('a‹001B›[2J‹009B›31m‹202E›b‹2028›=c‹0007›'),
      'what was there is shown',
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !hasControls(printable(text))));
    assert.equal(printable('नमस्\u200dते می\u200cخواهم 🏴'), 'नमस्\u200dते می\u200cخواهم 🏴');
  });

  test('as JSON', () => {
    const report = JSON.parse(run('report', ['--json']).stdout);
    assert.equal(report.answers, 73);
    assert.deepEqual(report.pages[0].faces, { yes: 10, partly: 0, no: 40 });
    assert.deepEqual(report.pages[0].reasons, { wrong: 1, missing: 1 });
    const page = report.pages.find(({ port }: { port: number }) => port === 80);
    assert.equal(page.notes[0].text, HOSTILE);
  });

  test('as CSV, in which nothing is a formula', () => {
    const { data, errors } = Papa.parse<Record<string, string>>(run('report', ['--csv']).stdout, {
      header: true,
      skipEmptyLines: true,
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(
      data.map(({ port }) => port),
      ['3330', '9', '21', '80', '443'],
    );
    assert.equal(data[0]?.wrong, '1');
    const exported = Papa.parse<Record<string, string>>(run('export', ['--csv']).stdout, {
      header: true,
    });
    assert.equal(
      exported.data.find(({ port }) => port === '21')?.note,
      '\'=HYPERLINK("https://evil.example")',
    );
  });

  test('since a day, and of one language', () => {
    assert.match(
      run('report', ['--since', '2026-12-01']).stdout,
      /^1 open answer since 2026-12-01;/,
    );
    assert.match(run('report', ['--locale', 'de']).stdout, /^21 open answers in de;/);
  });

  test('what is dealt with is no longer open', () => {
    assert.equal(run('report', ['--resolve', '3330']).stdout, 'port 3330: 50 dealt with\n');
    const { stdout } = run('report');
    assert.match(stdout, /^23 open answers; 50 dealt with\n/);
    assert.doesNotMatch(stdout, /3330/);
    assert.equal(run('report', ['--resolve', '3330']).stdout, 'port 3330: 0 dealt with\n');
  });
});

describe('feedback:export and feedback:delete', () => {
  test('every answer, a line each', () => {
    const lines = run('export').stdout.trimEnd().split('\n');
    assert.equal(lines.length, 73);
    const found = lines.map((line) => JSON.parse(line)).find(({ note }) => note.startsWith('RFC'));
    assert.deepEqual(Object.keys(found).sort(), [
      ...['day', 'face', 'id', 'locale', 'note', 'port', 'reasons', 'resolved', 'version'],
    ]);
    assert.equal(
      run('export', ['--port', '443', '--since', '2026-11-20']).stdout.split('\n').length,
      21,
    );
    assert.equal(run('export', ['--csv']).stdout.match(/^id,/gm)?.length, 1);
  });

  test('only what is named is deleted', () => {
    assert.equal(run('delete', ['--port', '443', '--before', '2026-11-20']).stdout, '0 deleted\n');
    assert.equal(run('delete', ['--port', '443']).stdout, '20 deleted\n');
    assert.equal(run('export').stdout.trimEnd().split('\n').length, 53);
    assert.equal(run('delete', ['--all']).stdout, '53 deleted\n');
    assert.equal(run('export').stdout, '');
  });
});

describe('a command that was called wrongly', () => {
  for (const [name, ...args] of [
    ['delete'],
    ['delete', '--all', '--port', '80'],
    ['delete', '--port', '65536'],
    ['report', '--since', 'yesterday'],
    ['report', '--locale', 'xx'],
    ['report', '--json', '--csv'],
    ['report', '--resolve', 'x'],
    ['export', '--what'],
  ] as const) {
    test(`${name} ${args.join(' ')}`, () => {
      const { status, stderr } = run(name, [...args]);
      assert.equal(status, 2);
      assert.match(stderr, /^[^\n]+\n$/);
    });
  }

  test('no answers yet: no file is made by looking', () => {
    const none = join(folder, 'none');
    const { status, stderr } = run('report', [], { PORTOLAN_DATA: none });
    assert.equal(status, 1);
    assert.match(stderr, /^There are no answers yet/);
    assert.ok(!existsSync(none));
  });

  test('settings that make no sense are said, without the password', () => {
    for (const env of [
      { DATABASE_URL: 'mysql://user:secret@host/db' },
      { PORTOLAN_FEEDBACK_ORIGINS: 'ports.example' },
      { PORTOLAN_FEEDBACK_PROXIES: '-1' },
      { PORTOLAN_FEEDBACK_SECRET: 'hunter2' },
      { PORTOLAN_FEEDBACK_MAX_MB: '0' },
      { PORTOLAN_LOG: 'loud' },
    ]) {
      const { status, stderr } = run('report', [], env);
      assert.equal(status, 1);
      assert.ok(stderr.includes(Object.keys(env)[0] ?? ''), stderr);
      assert.doesNotMatch(stderr, /secret@|hunter2|\n\s+at /);
    }
  });

  test('a database that is not there', () => {
    const { status, stderr } = run('report', [], {
      DATABASE_URL: 'postgres://u:secret@127.0.0.1:1/x',
    });
    assert.equal(status, 1);
    assert.match(stderr, /^PostgreSQL: .*ECONNREFUSED/);
    assert.doesNotMatch(stderr, /secret/);
  });
});

/** registry:update as a person runs it, on a copy of the tables. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { loadTables, type Tables } from '../../../src/facts/atlas/load.ts';
import { readRegistry } from '../../../src/facts/registry/fetch-registry.ts';
import { type Outcome, REGISTRY, runTool } from '../../helpers/commands.ts';
import { COLUMNS, type Line, line, registryCsv } from '../../helpers/registry-csv.ts';

const base = mkdtempSync(join(tmpdir(), 'portolan-update-'));
after(() => rmSync(base, { recursive: true, force: true }));

const before2026 = loadTables();
const known = before2026.sources.find(({ id }) => id === 'iana')?.date ?? '';
/** A day on which a newer registry may have been made. */
const later = `${Number(known.slice(0, 4)) + 1}-01-15`;

/** The registry as it stands, in IANA's own form. */
const current: Line[] = before2026.services.map((row) => ({
  'Service Name': row.service,
  'Port Number': row.ports,
  'Transport Protocol': row.transport,
  Description: row.description,
  Assignee: row.assignee,
  Contact: '[Somebody]',
  'Registration Date': row.registered,
  'Modification Date': row.modified,
  Reference: row.reference,
  'Service Code': row.service_code,
  'Unauthorized Use Reported': row.unauthorized_use,
  'Assignment Notes': row.notes,
}));
const CURRENT = registryCsv(current);

/** The registry with other cells in the row of one port and transport. */
function withRow(ports: string, transport: string, cells: Line, lines = current): Line[] {
  const index = lines.findIndex(
    (row) => row['Port Number'] === ports && row['Transport Protocol'] === transport,
  );
  assert.ok(index >= 0, `${ports}/${transport} stands in the registry`);
  return lines.with(index, { ...lines[index], ...cells });
}

const renamed = (name = '') => (name === '' ? '' : `${name}x`);

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Every file below a folder. */
const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(dir, name)).isFile())
    .toSorted();

let copies = 0;
/** A fresh copy of the tables, and a way to run the command on it. */
function freshTables() {
  const dir = join(base, `tables-${++copies}`);
  cpSync(REGISTRY, dir, { recursive: true });
  /** What stands in the folder, to the byte. */
  const contents = () =>
    Object.fromEntries(filesIn(dir).map((name) => [name, digest(readFileSync(join(dir, name)))]));
  const update = (text: string, ...options: string[]) => {
    const file = join(base, `registry-${copies}.csv`);
    writeFileSync(file, text);
    return runTool('registry-update.ts', file, '--tables', dir, ...options);
  };
  return { dir, contents, update, load: (): Tables => loadTables(dir) };
}

describe('an unchanged registry', () => {
  test('says that nothing changed and writes nothing', async () => {
    const { contents, update } = freshTables();
    const old = contents();
    const { code, stdout, stderr } = await update(CURRENT);
    assert.deepEqual(
      { code, stdout, stderr },
      { code: 0, stdout: `No change since ${known}.\n`, stderr: '' },
    );
    assert.deepEqual(contents(), old);
  });
});

describe('a changed registry', () => {
  const { contents, update, load, dir } = freshTables();
  const old = contents();
  // One of each kind: a new service, one withdrawn, one renamed, one replaced, one held back.
  let lines = withRow('5543', 'udp', {
    'Service Name': 'qftest-example',
    Description: 'An example',
    'Registration Date': later.slice(0, 7),
  });
  lines = withRow('3332', 'tcp', { 'Service Name': '', Description: 'De-registered' }, lines);
  lines = withRow('3330', 'udp', { 'Service Name': 'mcs-newname' }, lines);
  lines = withRow('3261', 'tcp', { 'Service Name': 'winlight', Description: 'Sun' }, lines);
  lines = withRow(
    '3262',
    'tcp',
    { 'Service Name': '', Description: 'Reserved', 'Modification Date': later },
    lines,
  );
  let checked: Outcome;
  let unchanged: ReturnType<typeof contents>;
  let updated: Outcome;

  before(async () => {
    checked = await update(registryCsv(lines), '--date', later, '--check');
    unchanged = contents();
    updated = await update(registryCsv(lines), '--date', later);
  });

  test('is told in words, change by change, and summed up', () => {
    assert.equal(updated.code, 0, updated.stderr);
    assert.equal(updated.stderr, '');
    const told = updated.stdout.trimEnd().split('\n');
    assert.deepEqual(told.slice(0, -1), [
      '3261/tcp: reassigned from winshadow (winShadow) to winlight (Sun)',
      '3262/tcp: withdrawn from necp (NECP) and reserved',
      '3330/udp: renamed from mcs-calypsoicf (MCS Calypso ICF) to mcs-newname (MCS Calypso ICF)',
      '3332/tcp: withdrawn from mcs-mailsvr (MCS Mail Server)',
      '5543/udp: newly assigned to qftest-example (An example)',
    ]);
    assert.equal(
      told.at(-1),
      `5 changes of services, 5 rows that differ, from ${known} to ${later}.`,
    );
  });

  test('with --check is told the same, and nothing is written', () => {
    assert.deepEqual(checked, updated);
    assert.deepEqual(unchanged, old);
  });

  test('is written to the tables of services and of changes, and to no other', () => {
    const now = contents();
    const changed = Object.keys(now).filter((name) => now[name] !== old[name]);
    assert.deepEqual(changed, ['iana-changes.csv', 'iana-services.csv', 'sources.json']);
    assert.deepEqual(Object.keys(now), Object.keys(old));
  });

  test('is what the atlas says from now on', () => {
    const atlas = openAtlas(load(), []);
    const status = (port: number, wanted: string) =>
      atlas.port(port).transports.find(({ transport }) => transport === wanted)?.status;
    assert.equal(status(5543, 'udp'), 'assigned');
    assert.equal(status(3332, 'tcp'), 'de-registered');
    assert.equal(status(3262, 'tcp'), 'reserved');
    const renamed = atlas.port(3330).timeline.find(({ kind }) => kind === 'renamed');
    assert.deepEqual(renamed?.when, { precision: 'between', after: known, date: later });
    const held = atlas.port(3262).timeline.find(({ kind }) => kind === 'reserved');
    assert.deepEqual(held?.when, { precision: 'on', date: later });
    assert.equal(atlas.port(5543).timeline.at(-1)?.when.date, later.slice(0, 7));
  });

  test('is dated and counted in sources.json', () => {
    const { sources, services, changes } = load();
    const facts = (id: string) => sources.find((source) => source.id === id);
    assert.equal(facts('iana')?.date, later);
    assert.equal(facts('iana')?.rows, services.length);
    assert.equal(facts('iana-history')?.date, later);
    assert.equal(facts('iana-history')?.rows, changes.length);
    assert.equal(changes.length, before2026.changes.length + 5);
    const others = (all: Tables['sources']) =>
      all.filter(({ table }) => !['iana-services.csv', 'iana-changes.csv'].includes(table));
    assert.deepEqual(others(sources), others(before2026.sources));
  });

  test('is no change any more when it is imported a second time', async () => {
    const now = contents();
    const again = await update(registryCsv(lines), '--date', later);
    assert.equal(again.stdout, `No change since ${later}.\n`);
    assert.deepEqual(contents(), now);
  });

  test('leaves no file beside the tables', () => {
    assert.deepEqual(
      filesIn(dir).filter((name) => !/\.(?:csv|json)$/.test(name)),
      [],
    );
  });
});

describe('a registry in which only a note changed', () => {
  test('is written, though no service changed', async () => {
    const { update, load } = freshTables();
    const lines = withRow('3330', 'tcp', { 'Assignment Notes': 'a new note' });
    const { code, stdout } = await update(registryCsv(lines), '--date', later);
    assert.equal(code, 0);
    assert.equal(stdout, `0 changes of services, 1 rows that differ, from ${known} to ${later}.\n`);
    const row = load().services.find(
      ({ ports, transport }) => ports === '3330' && transport === 'tcp',
    );
    assert.equal(row?.notes, 'a new note');
  });
});

describe('a repeated row', () => {
  test('is noted and changes nothing', async () => {
    const { contents, update } = freshTables();
    const old = contents();
    const again = current.find((row) => row['Port Number'] === '3330') ?? {};
    const { code, stdout } = await update(registryCsv([...current, again]), '--date', later);
    assert.equal(code, 0);
    assert.match(stdout, /^note: line \d+ repeats line \d+: 3330 tcp mcs-calypsoicf\nNo change/);
    assert.deepEqual(contents(), old);
  });
});

describe('a registry from the web', () => {
  const server = createServer((request, response) => {
    if (request.url === '/registry.csv') {
      response.setHeader('last-modified', new Date(`${later}T12:00:00Z`).toUTCString());
      response.end(registryCsv(withRow('3330', 'tcp', { Description: 'Another description' })));
    } else if (request.url === '/cut.csv') {
      response.writeHead(200, { 'content-length': '1000000' });
      response.write(CURRENT.slice(0, 10_000), () => response.destroy());
    } else if (request.url === '/endless.csv') {
      const more = () => {
        while (response.write(Buffer.alloc(1 << 20)));
      };
      response.on('drain', more);
      more();
    } else {
      response.statusCode = 404;
      response.end('Not found');
    }
  });
  let address = '';
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  test('is read, and dated as the server dates it', async () => {
    const { dir } = freshTables();
    const { code, stdout } = await runTool(
      'registry-update.ts',
      `${address}/registry.csv`,
      '--tables',
      dir,
      '--check',
    );
    assert.equal(code, 0);
    assert.match(stdout, new RegExp(`to ${later}\\.\n$`));
  });

  test('that is cut off, or has no end, is one message and exit code 1', async () => {
    const { contents, dir } = freshTables();
    const old = contents();
    for (const [path, message] of [
      ['cut.csv', /cannot be reached \(.*\); give a file instead\n$/],
      ['endless.csv', /has more than 32 MB; is it the registry\?\n$/],
    ] as const) {
      const { code, stderr } = await runTool(
        'registry-update.ts',
        `${address}/${path}`,
        '--tables',
        dir,
      );
      assert.equal(code, 1);
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
    }
    assert.deepEqual(contents(), old);
  });

  test('that sends nothing is given up', async () => {
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    await assert.rejects(
      readRegistry(`http://127.0.0.1:${port}/`, 0.2),
      /cannot be reached \(not whole after 0.2 seconds\)/,
    );
    silent.closeAllConnections();
    silent.close();
  });

  test('that is not there is one message and exit code 1', async () => {
    const { dir } = freshTables();
    const { code, stdout, stderr } = await runTool(
      'registry-update.ts',
      `${address}/gone.csv`,
      '--tables',
      dir,
    );
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^http:.*answered 404; give a file or another address\n$/);
  });
});

describe('a bad registry', () => {
  const { contents, update, dir } = freshTables();
  const old = contents();
  const bad: [string, string, RegExp][] = [
    ['an empty file', '', /the file is empty/],
    ['a web page', '<!doctype html><title>Not found</title>', /line 1: .*not CSV/],
    ['a file cut inside a row', CURRENT.slice(0, CURRENT.length >> 1), /cut short\?/],
    [
      'a file cut between two rows',
      registryCsv(current.slice(0, 8000)),
      /no row covers port \d+.*cut short\?/,
    ],
    [
      'a missing column',
      registryCsv(current, {
        columns: COLUMNS.map((name) => (name === 'Description' ? 'Text' : name)),
      }),
      /line 1, field 'Description': the column is missing/,
    ],
    [
      'a port above 65535',
      registryCsv([...current, line('x', '70000', 'tcp')]),
      /line \d+, field 'Port Number': '70000' is no port/,
    ],
    [
      'text in place of a number',
      registryCsv([...current, line('x', 'http', 'tcp')]),
      /line \d+, field 'Port Number': 'http' is no port/,
    ],
    [
      'two rows that contradict each other',
      registryCsv([...current, line('', '3330', 'tcp', { Description: 'Unassigned' })]),
      /line \d+, field 'Service Name': 3330\/tcp is 'Unassigned' here and 'mcs-calypsoicf' on line \d+/,
    ],
    [
      'far fewer rows than last time',
      registryCsv(current.filter((row) => row['Transport Protocol'] !== 'udp')),
      /7\d\d\d rows with a port and the last one had 13463; is it cut short\?/,
    ],
    [
      'two numbers in one cell',
      registryCsv([...current, line('x', '80 81', 'tcp')]),
      /line \d+, field 'Port Number': '80 81' is no port/,
    ],
    [
      'a transport that is none',
      registryCsv([...current, line('x', '80', 'tcpp')]),
      /line \d+, field 'Transport Protocol': 'tcpp' is no transport/,
    ],
    [
      'a date in the future',
      registryCsv(withRow('3330', 'tcp', { 'Modification Date': '2999-01-01' })),
      /line \d+, field 'Modification Date': 2999-01-01 cannot be/,
    ],
    [
      'a service on every port',
      registryCsv([...current, line('x', '0-65535', 'tcp')]),
      /line \d+, field 'Port Number': 0-65535 is one row for 65536 ports/,
    ],
    [
      'every port unassigned',
      registryCsv([...current, line('', '0-65535', '', { Description: 'Unassigned' })]),
      /0-65535 is unassigned here, and other rows speak of the same ports/,
    ],
    [
      'a port with very many rows',
      registryCsv([
        ...current,
        ...Array.from({ length: 200 }, (_, n) => line(`x${n}`, '80', 'tcp')),
      ]),
      /port 80 has more than 100 rows/,
    ],
    [
      'a very long cell',
      registryCsv(withRow('3330', 'tcp', { 'Assignment Notes': 'a'.repeat(100_000) })),
      /line \d+, field 'Assignment Notes': the cell has 100000 characters, more than 20000/,
    ],
    [
      'a hundred rows that are missing',
      registryCsv(current.filter((_, index) => index < 4000 || index >= 4100)),
      /no row covers \d+ ports that the tables have, such as \d+; if that is right, say --force/,
    ],
    [
      'every service renamed',
      registryCsv(current.map((row) => ({ ...row, 'Service Name': renamed(row['Service Name']) }))),
      /\d+ of 13463 rows differ, \d\d\.\d%, .* less than 2%; if that is right, say --force/,
    ],
  ];

  test('in Latin-1: exit code 1, and the line', async () => {
    const file = join(base, 'latin.csv');
    const lines = withRow('3330', 'tcp', { Description: 'Société' });
    writeFileSync(file, Buffer.from(registryCsv(lines), 'latin1'));
    const { code, stderr } = await runTool('registry-update.ts', file, '--tables', dir);
    assert.equal(code, 1);
    assert.match(stderr, /^line \d+: the file is not in UTF-8/);
    assert.deepEqual(contents(), old);
  });

  test('larger than any registry: exit code 1', async () => {
    const file = join(base, 'large.csv');
    writeFileSync(file, '');
    truncateSync(file, 40 * 1024 * 1024);
    const { code, stderr } = await runTool('registry-update.ts', file, '--tables', dir);
    assert.equal(code, 1);
    assert.match(stderr, /large\.csv has more than 32 MB; is it the registry\?/);
  });

  for (const [what, text, message] of bad) {
    test(`${what}: exit code 1, one message, and the tables as they were`, async () => {
      const { code, stdout, stderr } = await update(text, '--date', later);
      assert.equal(code, 1, stderr);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
      assert.deepEqual(contents(), old);
    });
  }

  test('an older registry than that of the tables: the message names both days', async () => {
    const lines = withRow('3330', 'tcp', { Description: 'Older' });
    const { code, stderr } = await update(registryCsv(lines), '--date', '2001-01-01');
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`of 2001-01-01 and the tables are of ${known}`));
    assert.deepEqual(contents(), old);
  });

  test('a file that does not exist: exit code 1 and its name', async () => {
    const { code, stderr } = await runTool(
      'registry-update.ts',
      join(base, 'none.csv'),
      '--tables',
      dir,
    );
    assert.equal(code, 1);
    assert.match(stderr, /^ENOENT: .*none\.csv\n$/);
  });

  test('an address where nothing answers: exit code 1 and a remedy', async () => {
    const { code, stderr } = await runTool(
      'registry-update.ts',
      'http://127.0.0.1:1/',
      '--tables',
      dir,
    );
    assert.equal(code, 1);
    assert.match(stderr, /cannot be reached .*; give a file instead\n$/);
  });

  test('nothing of all this left a file behind', () => {
    assert.deepEqual(contents(), old);
  });
});

describe('a wrong call', () => {
  const { contents, update, dir } = freshTables();
  const old = contents();
  const noted = registryCsv(withRow('3330', 'tcp', { 'Assignment Notes': 'a new note' }));

  test('a day that is none: exit code 2, and the tables as they were', async () => {
    for (const day of ['tomorrow', '2027-13-45']) {
      const { code, stderr } = await update(noted, '--date', day);
      assert.deepEqual(contents(), old, day);
      assert.equal(code, 2, day);
      assert.match(stderr, new RegExp(`${day}: write the day as 2026-08-17`));
    }
  });

  test('two files, or an option that does not exist: exit code 2', async () => {
    const two = await runTool('registry-update.ts', 'a.csv', 'b.csv', '--tables', dir);
    assert.equal(two.code, 2);
    assert.match(two.stderr, /give one file or address/);
    const option = await runTool('registry-update.ts', '--dry-run', '--tables', dir);
    assert.equal(option.code, 2);
    assert.match(option.stderr, /--dry-run/);
  });
});

describe('what is more than an update', () => {
  test('is written with --force', async () => {
    const { update, load } = freshTables();
    const lines = current.map((row) => ({ ...row, Assignee: `${row.Assignee} x` }));
    const text = registryCsv(lines);
    assert.equal((await update(text, '--date', later)).code, 1);
    assert.equal((await update(text, '--date', later, '--force')).code, 0);
    assert.match(load().services[0]?.assignee ?? '', /x$/);
  });
});

describe('signs that a terminal or a browser would obey', () => {
  test('reach neither the terminal nor the tables', async () => {
    const { update, load } = freshTables();
    const evil = 'a\u202eb\u0085c\u009bd\u200be\u001b[31m';
    const lines = withRow('3330', 'tcp', { 'Service Name': evil, Description: evil });
    const { stdout } = await update(registryCsv(lines), '--date', later);
    const row = load().services.find(({ ports, transport }) => ports + transport === '3330tcp');
    for (const text of [stdout.replaceAll('\n', ''), JSON.stringify(row)])
      assert.doesNotMatch(text, /[\p{Cc}\p{Cf}]/u);
    assert.equal(row?.service, 'a b c d e [31m');
  });
});

/** Ends the process, as a kill would, before the n-th call that changes a file. */
const KILLER = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let left = Number(process.env.KILL_BEFORE);
  for (const name of ['openSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'rmSync', 'linkSync']) {
    const real = fs[name];
    fs[name] = (...given) => {
      if (/\\.staged|update|iana|sources/.test(String(given[0])) || typeof given[0] === 'number')
        if (given[1] !== 'r' && left-- === 0) process.kill(process.pid, 'SIGKILL');
      return real(...given);
    };
  }
  syncBuiltinESMExports();
`;

test('an update that is killed, wherever it is: all tables are the old ones or the new ones', async () => {
  const text = registryCsv(withRow('3330', 'tcp', { 'Service Name': 'mcs-newname' }));
  const file = join(base, 'killed.csv');
  writeFileSync(file, text);
  const done = freshTables();
  assert.equal((await done.update(text, '--date', later)).code, 0);
  const tables = ({ changes, services, sources }: Tables) =>
    JSON.stringify([changes, services, sources]);
  const [old, now] = [tables(before2026), tables(done.load())];
  const seen = new Set<string>();
  let kills = 0;
  for (let at = 0; ; at++) {
    const { dir, load, update, contents } = freshTables();
    const child = spawn(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(KILLER)}`,
        join(import.meta.dirname, '../../../src/cli/registry-update.ts'),
        ...[file, '--tables', dir, '--date', later],
      ],
      { env: { ...process.env, KILL_BEFORE: String(at) }, stdio: 'ignore' },
    );
    const [, signal] = await once(child, 'exit');
    const found = tables(load());
    assert.ok(found === old || found === now, `killed before call ${at}: neither old nor new`);
    seen.add(found);
    if (signal === null) break;
    kills++;
    // Whoever comes next finishes it or begins anew, and nothing is written twice.
    if (at % 6 === 0) {
      assert.equal((await update(text, '--date', later)).code, 0);
      assert.deepEqual(contents(), done.contents());
    }
  }
  assert.ok(kills >= 12, `${kills} kills`);
  assert.equal(seen.size, 2);
});

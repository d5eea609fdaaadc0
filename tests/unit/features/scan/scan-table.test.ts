/** From rows to the table: each port once, what is worth a look, sorting, and the table elsewhere. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { toCsv, toMarkdown } from '../../../../src/features/scan/export.ts';
import { openFacts } from '../../../../src/features/scan/facts.ts';
import { foundPorts } from '../../../../src/features/scan/group.ts';
import { lookupData } from '../../../../src/features/scan/lookup-data.ts';
import { parseScan } from '../../../../src/features/scan/parse-scan.ts';
import { summary } from '../../../../src/features/scan/summary.ts';
import { COLUMN_IDS, COLUMNS, tableRow } from '../../../../src/features/scan/table.ts';
import { toTerminal } from '../../../../src/features/scan/terminal.ts';
import { FIRST_VIEW, rowsInView } from '../../../../src/features/scan/view.ts';
import { sharedAtlasWithoutPages } from '../../../helpers/atlas.ts';

const facts = openFacts(lookupData(sharedAtlasWithoutPages()));
const table = (text: string) =>
  foundPorts(parseScan(text, facts)).map((found) => tableRow(found, facts));
const looks = (text: string) => table(text).map(({ cells }) => cells.look);

describe('a port that is found more than once', () => {
  const [row, ...others] = table(
    [
      'tcp LISTEN 0 1 0.0.0.0:22 0.0.0.0:* users:(("sshd",pid=1,fd=3))',
      'tcp LISTEN 0 1 [::]:22 [::]:* users:(("sshd",pid=1,fd=4))',
      'tcp ESTAB 0 0 10.0.0.1:22 10.0.0.2:4000 users:(("sshd-session",pid=2,fd=4))',
      'tcp ESTAB 0 0 10.0.0.3:22 10.0.0.2:4001',
    ].join('\n'),
  );

  test('is one row, with every state, process and address, and it listens', () => {
    assert.deepEqual(others, []);
    assert.deepEqual(row?.found, {
      port: 22,
      to: undefined,
      transport: 'tcp',
      states: ['LISTEN', 'ESTAB'],
      processes: ['sshd', 'sshd-session'],
      hosts: ['0.0.0.0', '::', '10.0.0.1', '10.0.0.3'],
      farEnds: [
        { host: '10.0.0.2', port: 4000 },
        { host: '10.0.0.2', port: 4001 },
      ],
      formats: ['ss'],
      line: 1,
      count: 4,
      listens: true,
    });
    assert.equal(row?.cells.address, '0.0.0.0, ::, 10.0.0.1, … (4 lines)');
    assert.equal(row?.page, '/22');
  });

  test('is another row for every transport', () => {
    const ports = table('53/udp 53/tcp 10.0.0.1:53 10.0.0.2:53').map(({ cells }) => cells.port);
    assert.deepEqual(ports, ['53/tcp', '53/udp', '53']);
  });
});

describe('worth a look', () => {
  test('is a listener on a backdoor port, on a dynamic one, on one that nobody documents', () => {
    assert.match(looks('31337/tcp open x')[0] ?? '', /historic backdoor/);
    assert.equal(looks('50123/tcp open x')[0], 'a listener on a dynamic port');
    const [undocumented] = looks('tcp LISTEN 0 1 0.0.0.0:28081 0.0.0.0:*');
    assert.equal(facts.of(28081, 'tcp').documented, false);
    assert.equal(undocumented, 'a listener that no source documents');
  });

  test('is a port of which unauthorized use is reported', () => {
    const reported = Array.from({ length: 49_152 }, (_, port) => port).find((port) =>
      facts.of(port, 'tcp').looks.includes('unauthorized'),
    );
    assert.match(looks(`${reported}/tcp open x`)[0] ?? '', /unauthorized use reported/);
  });

  test('is nothing closed, dropped, or the near end of a connection', () => {
    assert.deepEqual(looks('31337/tcp closed Elite'), ['']);
    assert.deepEqual(looks('31337/tcp filtered Elite'), ['']);
    assert.deepEqual(looks('tcp ESTAB 0 0 10.0.0.1:50123 10.0.0.2:443'), ['']);
    assert.deepEqual(looks('-A INPUT -p tcp --dport 31337 -j DROP'), ['']);
    assert.deepEqual(looks('tcp dport 31337 drop'), ['']);
  });

  test('is no port for being dynamic where nothing is said to listen', () => {
    assert.deepEqual(looks('10.0.0.1:50123'), ['']);
    assert.deepEqual(looks('-A INPUT -p tcp --dport 50123 -j ACCEPT'), ['']);
    assert.deepEqual(looks('web NodePort 10.96.0.1 <none> 443:31999/TCP 5d'), ['', '']);
    assert.match(looks('31337/udp open|filtered x')[0] ?? '', /historic backdoor/);
  });

  test('is none of a wide range, of which no page tells', () => {
    const [row] = table('-A INPUT -p tcp --dport 1024:65535 -j ACCEPT');
    assert.equal(row?.cells.port, '1024-65535/tcp');
    assert.equal(row?.cells.registered, '');
    assert.equal(row?.worthALook, false);
  });
});

describe('who can reach it decides', () => {
  const ss = (address: string, program = 'x') =>
    `tcp LISTEN 0 1 ${address} 0.0.0.0:* users:(("${program}",pid=1,fd=3))`;
  const windows = (address: string, pid: number) =>
    `  TCP    ${address}    0.0.0.0:0    LISTENING    ${pid}`;
  const judged = (text: string) =>
    table(text).map(({ attention, cells }) => [attention, cells.look]);
  const never = 'Check now: never to be exposed to the internet';
  const redis = facts.of(6379, 'tcp');

  test('of a database, on every address, on a private one, on this machine alone', () => {
    const known = { ...facts, of: () => ({ ...redis, looks: ['never' as const] }) };
    const rows = ['0.0.0.0:6379', '203.0.113.5:6379', '192.168.1.7:6379', '127.0.0.1:6379'].map(
      (address) => foundPorts(parseScan(ss(address), facts)).map((one) => tableRow(one, known))[0],
    );
    assert.deepEqual(
      rows.map((row) => row?.cells.look),
      [never, never, never.replace('Check now: ', ''), 'No: only this machine can reach it'],
    );
  });

  test('of a scanner, 127.0.0.1 is the machine that was asked, and not what is bound', () => {
    assert.deepEqual(judged('Nmap scan report for 127.0.0.1\n50123/tcp open x'), [
      ['look', 'a listener on a dynamic port'],
    ]);
  });

  test('Windows listens on RPC’s ports itself; a named program on one is worth a look', () => {
    const [own] = judged(windows('0.0.0.0:49664', 712));
    assert.equal(own?.[0], 'fine');
    const [other] = judged(`${windows('0.0.0.0:49700', 9120)}\n [update.exe]`);
    assert.deepEqual(other, ['look', 'a listener on a dynamic port']);
  });

  test('a UDP socket above 32767 is a client’s', () => {
    assert.equal(judged('udp UNCONN 0 0 0.0.0.0:50123 0.0.0.0:*')[0]?.[0], 'fine');
  });
});

describe('the view', () => {
  const rows = table('9/tcp open b 1\n443/tcp open a\n50123/tcp closed\n31337/tcp open c');
  const order = (view: Partial<typeof FIRST_VIEW>) =>
    rowsInView(rows, { ...FIRST_VIEW, ...view }).map(({ found }) => found.port);

  test('is sorted by the number of the port, not by its digits', () => {
    assert.deepEqual(order({}), [9, 443, 31337, 50123]);
    assert.deepEqual(order({ descending: true }), [50123, 31337, 443, 9]);
  });

  test('by any column, with the empty cells last in both directions', () => {
    assert.deepEqual(order({ sort: 'process' }), [443, 9, 31337, 50123]);
    assert.deepEqual(order({ sort: 'process', descending: true }), [31337, 9, 443, 50123]);
    for (const sort of COLUMN_IDS) assert.equal(order({ sort }).length, 4);
  });

  test('is of what is worth a look alone, where that is asked for', () => {
    assert.deepEqual(order({ onlyWorthALook: true }), [31337]);
  });

  test('leaves the table as it was', () => {
    assert.deepEqual(
      rows.map(({ found }) => found.port),
      [9, 443, 31337, 50123],
    );
  });
});

describe('the table elsewhere', () => {
  const rows = table(
    'Nmap scan report for a\n22/tcp open ssh | evil [x](y) "q", =1+1\n80/tcp open =cmd',
  );

  test('is Markdown in which nothing that was pasted is markup', () => {
    const [titles, rule, first, second, end] = toMarkdown(rows, 'https://x.example').split('\n');
    assert.equal(titles, `| ${Object.values(COLUMNS).join(' | ')} |`);
    assert.match(rule ?? '', /^\|( --- \|){8}$/);
    assert.match(
      first ?? '',
      /^\| \[22\/tcp\]\(https:\/\/x\.example\/22\) \| open \| ssh \\\| evil \\\[x\\\]/,
    );
    assert.match(second ?? '', /\[80\/tcp\]/);
    assert.equal(end, '');
  });

  test('is CSV that is read back cell for cell, and no formula', () => {
    const [titles, ...lines] = parse(toCsv(rows, 'https://x.example')) as string[][];
    assert.deepEqual(titles, [...Object.values(COLUMNS), 'Page']);
    assert.deepEqual(lines[0], [
      ...COLUMN_IDS.map((id) => rows[0]?.cells[id]),
      'https://x.example/22',
    ]);
    assert.equal(lines[1]?.[2], "'=cmd");
  });

  test('is aligned in a terminal, without control characters and empty columns', () => {
    const lines = toTerminal(table('10.0.0.1:22 \u0007 10.0.0.1:50123')).split('\n');
    assert.equal(lines.length, 3);
    assert.doesNotMatch(lines.join(''), /State|Process|\p{Cc}/u);
    const at = lines[0]?.indexOf('Registered') ?? 0;
    assert.equal(lines[1]?.slice(at, at + 3), 'ssh');
  });

  test('stands in lines of their own where a terminal is narrow', () => {
    const wide = 'LISTEN 0 128 127.0.0.1:6379 0.0.0.0:* users:(("redis-server",pid=1,fd=6))';
    const lines = toTerminal(table(wide), 40).split('\n');
    assert.equal(lines[0], '6379/tcp LISTEN redis-server');
    assert.ok(lines.every((line) => line.length <= 40));
    assert.ok(lines.includes('  127.0.0.1'), lines.join('\n'));
    const spared = toTerminal(table(wide), 80);
    assert.match(spared, /^Port +State +Process .*Usually listens$/m);
    assert.doesNotMatch(spared, /Use it yourself/);
  });

  test('is summed up in a sentence', () => {
    assert.equal(summary(table('10.0.0.1:22')), '1 port found, none worth a look; read as text.');
    assert.equal(
      summary(table('31337/tcp open x\n10.0.0.1:22')),
      '2 ports found, 1 worth a look; read as text and nmap.',
    );
  });
});

describe('a connection to a port of malware or miners', () => {
  const lines = (far: string, process = '"x"') =>
    looks(`tcp ESTAB 0 0 192.168.1.5:50312 ${far} users:((${process},pid=9,fd=3))`);

  test('is worth a look, and to be checked now where the program lies in a temporary folder', () => {
    assert.deepEqual(lines('203.0.113.9:6606'), [
      'a connection to 203.0.113.9:6606, a port that malware or miners use',
    ]);
    assert.match(
      lines('203.0.113.9:6606', '"/tmp/.x/kworker"')[0] ?? '',
      /^Check now: .*temporary folder$/,
    );
  });

  test('is found in the output of every tool that names the far end', () => {
    for (const text of [
      'tcp 0 0 10.0.0.5:50312 203.0.113.9:6606 ESTABLISHED 9/x',
      'tcp4 0 0 10.0.0.5.50312 203.0.113.9.6606 ESTABLISHED',
      '  TCP    10.0.0.5:50312    203.0.113.9:6606    ESTABLISHED    4711',
      'x 9 root 3u IPv4 1 0t0 TCP 10.0.0.5:50312->203.0.113.9:6606 (ESTABLISHED)',
      [
        'LocalAddress LocalPort RemoteAddress RemotePort State       Path',
        '------------ --------- ------------- ---------- -----       ----',
        '10.0.0.5     50312     203.0.113.9   6606       Established C:\\x.exe',
      ].join('\n'),
    ])
      assert.deepEqual(looks(text), [
        'a connection to 203.0.113.9:6606, a port that malware or miners use',
      ]);
  });

  test('is none where it stays on the machine, comes from outside, or leads to a port of daily use', () => {
    assert.deepEqual(lines('127.0.0.1:6606'), ['']);
    assert.deepEqual(looks('tcp ESTAB 0 0 192.168.1.5:22 203.0.113.9:6606'), ['']);
    for (const port of [443, 22, 993]) assert.deepEqual(lines(`203.0.113.9:${port}`), ['']);
  });

  test('shows its far end, and a listener does not show who comes', () => {
    const [out] = table('tcp ESTAB 0 0 192.168.1.5:50312 [2001:db8::9]:443');
    assert.equal(out?.cells.address, '192.168.1.5 → [2001:db8::9]:443');
  });
});

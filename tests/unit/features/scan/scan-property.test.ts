/** What holds for any text: no output loses a port, none is invented, nothing throws. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseScan, scanParser } from '../../../../src/features/scan/parse-scan.ts';
import { WIDEST_TOLD } from '../../../../src/features/scan/range-teller.ts';
import type { ScanRow } from '../../../../src/features/scan/row.ts';

const often = { numRuns: 1000 };

const port = fc.integer({ min: 1, max: 65535 });
const transport = fc.constantFrom('tcp', 'udp');
const octet = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const ipv6 = fc.constantFrom('::', '::1', 'fe80::1', '2001:db8::8a2e:370:7334', 'fe80::1%eth0');
const program = fc.stringMatching(/^[a-z][a-z0-9_-]{0,12}$/);
const listener = fc.record({ port, transport, address: ipv4, program, pid: fc.nat(99_999) });
type Listener = { port: number; transport: string; address: string; program: string; pid: number };
const connection = fc.record({ port, peerPort: port, address: ipv4, peer: ipv4 });

const told = (rows: readonly ScanRow[]) => rows.map((row) => `${row.port}/${row.transport}`);
const named = (rows: readonly ScanRow[]) =>
  rows.map((row) => `${row.port}/${row.transport} ${row.process}`);

/** Any number of listeners, written by the tool and read again: the same ports, in the same order. */
function roundTrip(
  write: (listeners: readonly Listener[]) => string,
  { withProgram = true, of = listener as fc.Arbitrary<Listener> } = {},
): void {
  fc.assert(
    fc.property(fc.array(of, { minLength: 1, maxLength: 12 }), (listeners) => {
      const rows = parseScan(write(listeners));
      if (withProgram) {
        assert.deepEqual(
          named(rows),
          listeners.map((one) => `${one.port}/${one.transport} ${one.program}`),
        );
      } else
        assert.deepEqual(
          told(rows),
          listeners.map((one) => `${one.port}/${one.transport}`),
        );
      assert.ok(rows.every(({ listens }) => listens !== false));
    }),
    { numRuns: 300 },
  );
}

const lines = (of: (one: Listener) => string) => (all: readonly Listener[]) =>
  all.map(of).join('\n');
const tcpOnly = listener.map((one) => ({ ...one, transport: 'tcp' }));

describe('what a tool wrote is read again', () => {
  test('ss', () => {
    roundTrip(
      lines(
        ({ address, pid, port, program, transport }) =>
          `${transport}   ${transport === 'tcp' ? 'LISTEN' : 'UNCONN'} 0      128      ${address}:${port}      0.0.0.0:*    users:(("${program}",pid=${pid},fd=3))`,
      ),
    );
  });

  test('ss, without Netid and with IPv6', () => {
    roundTrip(
      lines(
        ({ port, program }) => `LISTEN 0 511 [::]:${port} [::]:* users:(("${program}",pid=1,fd=3))`,
      ),
      { of: tcpOnly },
    );
  });

  test('netstat of Linux', () => {
    roundTrip(
      lines(
        ({ address, pid, port, program, transport }) =>
          `${transport}        0      0 ${address}:${port}            0.0.0.0:*               ${transport === 'tcp' ? 'LISTEN' : '      '}      ${pid}/${program}`,
      ),
    );
  });

  test('netstat of macOS', () => {
    roundTrip(
      lines(
        ({ address, port, transport }) =>
          `${transport}4       0      0  ${address}.${port}          *.*                    ${transport === 'tcp' ? 'LISTEN' : ''}`,
      ),
      { withProgram: false },
    );
  });

  test('netstat of Windows', () => {
    roundTrip(
      lines(
        ({ address, pid, port, program, transport }) =>
          `  ${transport.toUpperCase()}    ${address}:${port}     ${transport === 'tcp' ? '0.0.0.0:0   LISTENING' : '*:*'}       ${pid}\r\n [${program}]\r`,
      ),
    );
  });

  test('lsof', () => {
    roundTrip(
      lines(
        ({ address, pid, port, program, transport }) =>
          `${program}  ${pid} root  3u  IPv4 12345  0t0  ${transport.toUpperCase()} ${address}:${port}${transport === 'tcp' ? ' (LISTEN)' : ''}`,
      ),
    );
  });

  test('lsof -F', () => {
    roundTrip(
      lines(
        ({ address, pid, port, program, transport }) =>
          `p${pid}\nc${program}\nf3\nP${transport.toUpperCase()}\nn${address}:${port}${transport === 'tcp' ? '\nTST=LISTEN' : ''}`,
      ),
    );
  });

  test('nmap', () => {
    roundTrip(
      (all) =>
        `Nmap scan report for 10.0.0.1\nPORT      STATE SERVICE\n${lines(({ port, program, transport }) => `${`${port}/${transport}`.padEnd(9)} open  ${program}`)(all)}`,
    );
  });

  test('nmap -oG', () => {
    roundTrip(
      (all) =>
        `Host: 10.0.0.1 ()\tPorts: ${all.map(({ port, program, transport }) => `${port}/open/${transport}//${program}///`).join(', ')}\tIgnored State: closed (1)`,
    );
  });

  test('nmap -oX, in any number of lines', () => {
    for (const between of ['', '\n']) {
      roundTrip(
        (all) =>
          `<nmaprun><host><address addr="10.0.0.1" addrtype="ipv4"/><ports>${all.map(({ port, program, transport }) => `<port protocol="${transport}" portid="${port}"><state state="open"/><service name="${program}"/></port>`).join(between)}</ports></host></nmaprun>`,
      );
    }
  });

  test('masscan as it prints, and -oL', () => {
    const plain = { withProgram: false };
    roundTrip(
      lines(
        ({ address, port, transport }) =>
          `Discovered open port ${port}/${transport} on ${address}     `,
      ),
      plain,
    );
    roundTrip(
      lines(({ address, port, transport }) => `open ${transport} ${port} ${address} 1795207748`),
      plain,
    );
  });

  test('masscan -oJ, in any number of lines', () => {
    for (const space of [undefined, 2]) {
      roundTrip((all) =>
        JSON.stringify(
          all.map(({ address, port, program, transport }) => ({
            ip: address,
            timestamp: '1795207748',
            ports: [{ port, proto: transport, status: 'open', service: { name: program } }],
          })),
          null,
          space,
        ),
      );
    }
  });

  test('docker ps', () => {
    roundTrip(
      lines(
        ({ address, port, program, transport }) =>
          `0f3a9c27b1d4   ${program}:7   "sh -c 'sleep 1:2'"   2 hours ago   Up 2 hours   ${address}:${port}->80/${transport}   box`,
      ),
      { withProgram: false },
    );
  });

  test('kubectl get svc', () => {
    roundTrip(
      lines(
        ({ port, program, transport }) =>
          `${program}   ClusterIP   10.96.0.1   <none>   ${port}/${transport.toUpperCase()}   45d`,
      ),
    );
  });

  test('iptables-save and iptables -L', () => {
    const plain = { withProgram: false };
    roundTrip(
      lines(
        ({ port, transport }) =>
          `-A INPUT -p ${transport} -m ${transport} --dport ${port} -j ACCEPT`,
      ),
      plain,
    );
    roundTrip(
      lines(
        ({ port, transport }) =>
          `ACCEPT     ${transport}  --  anywhere             anywhere             ${transport} dpt:${port}`,
      ),
      plain,
    );
  });

  test('nft list ruleset: a rule each, or one set over many lines', () => {
    roundTrip(
      lines(({ port, transport }) => `\t\t${transport} dport ${port} accept`),
      {
        withProgram: false,
      },
    );
    fc.assert(
      fc.property(fc.array(port, { minLength: 1, maxLength: 40 }), (ports) => {
        const text = `table inet fw {\n\tset s {\n\t\ttype inet_service\n\t\telements = { ${ports.join(',\n\t\t\t')} }\n\t}\n\tchain c {\n\t\ttcp dport @s accept\n\t}\n}`;
        assert.deepEqual(
          told(parseScan(text)),
          ports.map((one) => `${one}/tcp`),
        );
      }),
    );
  });

  test('addresses and ports in any text', () => {
    const word = fc
      .stringMatching(/^[a-z]{1,8}$/)
      .filter((text) => !/port|tcp|udp|listen/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(word, ipv4, port), { maxLength: 12 }), (all) => {
        const text = all
          .map(([before, address, number]) => `${before} ${address}:${number}`)
          .join(', ');
        const rows = parseScan(text);
        assert.deepEqual(
          rows.map((row) => `${row.host}:${row.port}`),
          all.map(([, address, number]) => `${address}:${number}`),
        );
      }),
    );
  });
});

describe('the far end of a connection', () => {
  const ends = [
    [
      'ss',
      ({ address, port, peer, peerPort }) => `ESTAB 0 0 ${address}:${port} ${peer}:${peerPort}`,
    ],
    [
      'netstat',
      ({ address, port, peer, peerPort }) =>
        `tcp 0 0 ${address}:${port} ${peer}:${peerPort} ESTABLISHED`,
    ],
    [
      'netstat of macOS',
      ({ address, port, peer, peerPort }) =>
        `tcp4 0 0 ${address}.${port} ${peer}.${peerPort} ESTABLISHED`,
    ],
    [
      'netstat of Windows',
      ({ address, port, peer, peerPort }) =>
        `  TCP  ${address}:${port}  ${peer}:${peerPort}  ESTABLISHED  77`,
    ],
    [
      'lsof',
      ({ address, port, peer, peerPort }) =>
        `ssh 7 me 3u IPv4 1 0t0 TCP ${address}:${port}->${peer}:${peerPort} (ESTABLISHED)`,
    ],
  ] satisfies [
    string,
    (of: { address: string; port: number; peer: string; peerPort: number }) => string,
  ][];

  for (const [tool, write] of ends) {
    test(`is no port of this machine in ${tool}, and the near end no listener`, () => {
      fc.assert(
        fc.property(connection, (of) => {
          const rows = parseScan(write(of));
          assert.deepEqual(
            rows.map((row) => [row.port, row.listens]),
            [[of.port, false]],
          );
        }),
      );
    });
  }
});

describe('nothing is taken for a port', () => {
  const digits = (low: number, high: number) =>
    fc.integer({ min: low, max: high }).map((number) => String(number).padStart(2, '0'));
  const time = fc
    .tuple(digits(0, 23), digits(0, 59), digits(0, 59))
    .map((parts) => parts.join(':'));
  const shortTime = fc.tuple(digits(0, 23), digits(0, 59)).map((parts) => parts.join(':'));
  const date = fc
    .tuple(fc.integer({ min: 1990, max: 2040 }), digits(1, 12), digits(1, 28))
    .map((parts) => parts.join('-'));
  const version = fc.tuple(fc.nat(20), fc.nat(99), fc.nat(999)).map((parts) => parts.join('.'));
  const hex = fc
    .integer({ min: 0, max: 255 })
    .map((number) => number.toString(16).padStart(2, '0'));
  const hardware = fc.array(hex, { minLength: 6, maxLength: 6 }).map((parts) => parts.join(':'));
  const ratio = fc.tuple(fc.nat(99), fc.nat(99)).map(([a, b]) => `${a}:${b}`);
  const place = fc
    .tuple(
      fc.constantFrom('main.rs', 'src/a.py', 'index.ts', 'lib.so', 'run.sh', 'x.md', 'a/b.c'),
      fc.nat(9999),
      fc.nat(99),
    )
    .map(([file, line, column]) => `${file}:${line}:${column}`);
  const size = fc
    .tuple(fc.nat(9999), fc.constantFrom('kB', 'MB', 'ms', 's', '%', 'bytes'))
    .map((parts) => parts.join(' '));
  const prefix = ipv4.chain((address) => fc.nat(32).map((bits) => `${address}/${bits}`));
  const harmless = fc.oneof(
    time,
    shortTime,
    date,
    version,
    version.map((text) => `v${text}:`),
    ipv6,
    ipv4,
    hardware,
    ratio,
    place,
    size,
    prefix,
    fc.tuple(date, time).map((parts) => parts.join('T')),
    fc.nat(99_999).map((pid) => `pid=${pid}`),
    fc.nat(99_999).map((pid) => `[${pid}]:`),
    ipv6.map((address) => `${address}:`),
    fc.tuple(program, fc.nat(99)).map(([image, tag]) => `img-${image}:${tag}`),
  );

  test('in times, dates, versions, addresses, ratios, sizes, process numbers, lines of a file', () => {
    fc.assert(
      fc.property(
        fc.array(harmless, { maxLength: 10 }),
        fc.constantFrom(' ', ', ', ' - ', '\n', '\t', ' ('),
        (parts, between) => {
          assert.deepEqual(parseScan(parts.join(between)), []);
        },
      ),
      often,
    );
  });

  test('above 65535, or 0', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer({ min: 65536, max: 99_999_999 }), fc.constant(0)),
        ipv4,
        (number, address) => {
          for (const text of [
            `${address}:${number}`,
            `tcp LISTEN 0 1 ${address}:${number} 0.0.0.0:*`,
            `${number}/tcp`,
            `port ${number}`,
            `-A INPUT -p tcp --dport ${number} -j ACCEPT`,
            `tcp dport ${number} accept`,
          ])
            assert.deepEqual(parseScan(text), [], text);
        },
      ),
    );
  });
});

describe('any text', () => {
  /** Pieces of every format, in any order: nearer to what breaks a parser than noise. */
  const piece = fc.constantFrom(
    ...[
      'LISTEN',
      'ESTAB',
      '0',
      '128',
      '0.0.0.0:22',
      '[::]:*',
      '*:*',
      'tcp',
      'udp6',
      'users:(("a",pid=1',
      'IPv4',
      'TCP',
      '*:80',
      '(LISTEN)',
      '->',
      '->80/tcp',
    ],
    ...[
      'table inet t {',
      'set s {',
      'type inet_service',
      'elements = {',
      '}',
      'tcp dport',
      '{ 22,',
      '@s',
      'vmap {',
      ':',
      '1-99999',
      'accept',
      '-A INPUT',
      '--dport',
      '1:',
      'dpt:',
      '--',
    ],
    ...[
      '<port portid="1" protocol="tcp">',
      '<nmaprun',
      '<state state="',
      '/>',
      '{"port":',
      '"ip": "',
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      'p1',
      'cx',
      'f1',
      'n*:1',
      'PTCP',
      'TST=LISTEN',
      '\0',
    ],
    ...[
      'Host: a ()',
      'Ports: 1/open/tcp//',
      'Nmap scan report for (',
      'PORT STATE SERVICE',
      '22/tcp open',
      'NAME TYPE',
      'ClusterIP',
      '80:1/TCP',
      ' [x.exe]',
      '\u001b[1m',
      'port',
      '5432',
      '\n',
      '\n\t',
      '  ',
      'Ω',
      '\r\n',
    ],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(' ')),
    fc
      .array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 60 })
      .map((parts) => parts.join('')),
  );

  test('gives ports between 0 and 65535, with the number of a line that there is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const count = text.split('\n').length;
        for (const row of parseScan(text, { resolve: () => 80 })) {
          assert.ok(Number.isInteger(row.port) && row.port >= 0 && row.port <= 65535);
          if (row.to !== undefined) assert.ok(row.to - row.port >= WIDEST_TOLD && row.to <= 65535);
          assert.ok(row.line >= 1 && row.line <= count);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test('gives the same in one piece and in any pieces', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(400), { maxLength: 8 }), (text, cuts) => {
        const rows: ScanRow[] = [];
        const parser = scanParser((row) => rows.push(row));
        let from = 0;
        for (const cut of cuts.map((at) => Math.min(at, text.length)).sort((a, b) => a - b)) {
          parser.push(text.slice(from, cut));
          from = cut;
        }
        parser.push(text.slice(from));
        parser.end();
        assert.deepEqual(
          rows.sort((a, b) => a.line - b.line),
          parseScan(text),
        );
      }),
      often,
    );
  });

  test('in front of an output and behind it hides none of its ports', () => {
    const output =
      'tcp   LISTEN 0      128          0.0.0.0:22      0.0.0.0:*    users:(("sshd",pid=1,fd=3))';
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 100 }),
        fc.string({ maxLength: 100 }),
        (before, after) => {
          const rows = parseScan(`${before}\n${output}\n${after}`);
          assert.ok(rows.some(({ port, process }) => port === 22 && process === 'sshd'));
        },
      ),
      often,
    );
  });
});

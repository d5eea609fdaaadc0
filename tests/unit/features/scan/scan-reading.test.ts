/** What surrounds an output: colours, line ends, encodings; names for numbers; ranges; lines that are cut. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foundPorts } from '../../../../src/features/scan/group.ts';
import { parseScan, scanParser } from '../../../../src/features/scan/parse-scan.ts';
import { readBytes } from '../../../../src/features/scan/read-bytes.ts';
import type { ScanRow } from '../../../../src/features/scan/row.ts';

const told = (text: string, resolve?: (name: string) => number | undefined) =>
  parseScan(text, { resolve }).map(
    ({ port, to, transport }) => `${port}${to === undefined ? '' : `-${to}`}/${transport}`,
  );

async function fromBytes(...chunks: Uint8Array[]): Promise<ScanRow[]> {
  const rows: ScanRow[] = [];
  async function* source() {
    yield* chunks;
  }
  await readBytes(
    source(),
    scanParser((row) => rows.push(row)),
  );
  return rows;
}

const line = 'tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:(("sshd",pid=1,fd=3))';

describe('a text is read', () => {
  test('with Windows’ line ends and a terminal’s colours', () => {
    assert.deepEqual(told(`${line}\r\n22/tcp open ssh\r\n`), ['22/tcp', '22/tcp']);
    const [row] = parseScan(
      `\u001b[1;32mtcp LISTEN\u001b[0m 0 128 0.0.0.0:\u001b[31m22\u001b[0m 0.0.0.0:*`,
    );
    assert.deepEqual([row?.port, row?.format], [22, 'ss']);
  });

  test('with the number of each line, counted from 1', () => {
    assert.deepEqual(
      parseScan(`\n\n${line}\nwords\n${line}`).map((row) => row.line),
      [3, 5],
    );
  });

  test('in UTF-8 and in UTF-16, wherever a chunk ends', async () => {
    const text = `Grüße\n${line}\n`;
    const encodings = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
      Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    ];
    for (const bytes of encodings) {
      for (const cut of [1, 2, 3, 4, 20, bytes.length]) {
        const rows = await fromBytes(
          bytes.subarray(0, 2),
          bytes.subarray(2, cut + 2),
          bytes.subarray(cut + 2),
        );
        assert.deepEqual(
          rows.map(({ port, process }) => [port, process]),
          [[22, 'sshd']],
        );
      }
    }
    assert.deepEqual(await fromBytes(), []);
  });

  test('whatever its length: a line of megabytes is one of XML, JSON or text', () => {
    const many = 20_000;
    const json = '{"ip":"10.0.0.1","port":80,"proto":"tcp"},'.repeat(many);
    assert.equal(parseScan(`[${json}]`).length, many);
    assert.equal(parseScan('10.0.0.1:80 '.repeat(many)).length, many);
    assert.equal(parseScan('x'.repeat(1_000_000)).length, 0);
  });
});

describe('names for numbers', () => {
  const resolve = (name: string) =>
    new Map([
      ['ssh', 22],
      ['x11', 6000],
      ['x11-7', 6007],
    ]).get(name);

  test('are looked up where somebody can', () => {
    assert.deepEqual(told('tcp LISTEN 0 128 *:ssh *:*', resolve), ['22/tcp']);
    assert.deepEqual(told('tcp 0 0 *:ssh 0.0.0.0:* LISTEN 1/a', resolve), ['22/tcp']);
    assert.deepEqual(told('tcp4 0 0 *.ssh *.* LISTEN', resolve), ['22/tcp']);
    assert.deepEqual(told('a 1 b 3u IPv4 1 0t0 TCP *:ssh (LISTEN)', resolve), ['22/tcp']);
    assert.deepEqual(told('-A INPUT -p tcp --dport ssh -j ACCEPT', resolve), ['22/tcp']);
    assert.deepEqual(told('ACCEPT tcp -- anywhere anywhere tcp dpt:ssh', resolve), ['22/tcp']);
    assert.deepEqual(told('tcp dport "ssh" accept', resolve), ['22/tcp']);
  });

  test('give nothing where nobody knows them, and hide nothing else', () => {
    assert.deepEqual(told(`tcp LISTEN 0 128 *:ssh *:*\n${line}`), ['22/tcp']);
    assert.deepEqual(told('tcp LISTEN 0 128 *:nonsense *:*', resolve), []);
  });

  test('in other text tell a port only if it is that service’s own', () => {
    assert.deepEqual(told('ssh:22 and ssh:23 and line:22', resolve), ['22/']);
  });
});

describe('ranges', () => {
  test('are told port by port where they are narrow, and as a whole where they are wide', () => {
    assert.deepEqual(told('-A I -p udp --dport 5:7 -j ACCEPT'), ['5/udp', '6/udp', '7/udp']);
    assert.deepEqual(told('tcp dport 1024-65535 accept'), ['1024-65535/tcp']);
    assert.deepEqual(told('ACCEPT tcp -- 0.0.0.0/0 0.0.0.0/0 tcp dpts:1024:65535'), [
      '1024-65535/tcp',
    ]);
    assert.deepEqual(told('box: 0.0.0.0:8000-8002->8000-8002/tcp'), [
      '8000/tcp',
      '8001/tcp',
      '8002/tcp',
    ]);
    assert.equal(told('-A I -p tcp --dport 6000:6063 -j ACCEPT').length, 64);
  });

  test('may be open at an end, and backwards they are their first port', () => {
    assert.deepEqual(told('-A I -p tcp --dport 1024: -j ACCEPT'), ['1024-65535/tcp']);
    assert.deepEqual(told('-A I -p tcp --dport :1023 -j ACCEPT'), ['0-1023/tcp']);
    assert.deepEqual(told('-A I -p tcp --dport 20:10 -j ACCEPT'), ['20/tcp']);
  });
});

describe('ss without Netid', () => {
  const head = 'State Recv-Q Send-Q Local Address:Port Peer Address:Port Process';
  const linked = 'ESTAB 0 0 10.0.0.1:40000 10.0.0.2:53';

  test('is of UDP where a socket is unconnected, wherever it stands in the table', () => {
    const waiting = 'UNCONN 0 0 0.0.0.0:68 0.0.0.0:*';
    assert.deepEqual(told(`${head}\n${linked}\n${waiting}`), ['40000/udp', '68/udp']);
    assert.deepEqual(told(`${head}\n${waiting}\n${linked}`), ['68/udp', '40000/udp']);
  });

  test('is of TCP where a socket listens, where nothing tells, and from the next header on', () => {
    const listening = 'LISTEN 0 1 0.0.0.0:22 0.0.0.0:*';
    assert.deepEqual(told(`${head}\n${linked}\n${listening}`), ['40000/tcp', '22/tcp']);
    assert.deepEqual(told(linked), ['40000/tcp']);
    assert.deepEqual(told(`${head}\nUNCONN 0 0 *:68 *:*\n${head}\n${linked}`), [
      '68/udp',
      '40000/tcp',
    ]);
  });

  test('takes no row of the netstat that follows it', () => {
    const both = `Netid Recv-Q Send-Q Local Address:Port Peer Address:Port\ntcp 0 0 10.0.0.1:1 10.0.0.2:2\nProto Recv-Q Send-Q Local Address Foreign Address State\ntcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN 7/sshd`;
    assert.deepEqual(
      parseScan(both).map(({ format, port, process }) => [format, port, process]),
      [
        ['ss', 1, ''],
        ['netstat', 22, 'sshd'],
      ],
    );
  });
});

test('a UDP socket that is connected to itself is one that is bound', () => {
  const rows = parseScan(`Netid State Recv-Q Send-Q Local Address:Port Peer Address:Port
udp ESTAB 0 0 127.0.0.1:45999 127.0.0.1:45999
udp ESTAB 0 0 127.0.0.1:45998 127.0.0.1:53
Proto Recv-Q Send-Q Local Address Foreign Address State
udp        0      0 127.0.0.1:45997         127.0.0.1:45997         ESTABLISHED`);
  assert.deepEqual(
    rows.map(({ listens, port }) => [port, listens]),
    [
      [45999, true],
      [45998, false],
      [45997, true],
    ],
  );
});

test('what RustScan names and nmap tells again is one port of one machine', () => {
  const ports = foundPorts(
    parseScan(`Open 192.0.2.7:22
Open 192.0.2.8:22
Nmap scan report for 192.0.2.7
PORT   STATE SERVICE REASON
22/tcp open  ssh     syn-ack
Nmap scan report for 192.0.2.8
22/tcp open  ssh     syn-ack`),
  );
  assert.deepEqual(
    ports.map(({ count, hosts, port, processes, transport }) => ({
      ...{ count, hosts, port, processes, transport },
    })),
    [
      {
        ...{ count: 2, hosts: ['192.0.2.7', '192.0.2.8'], port: 22 },
        ...{ processes: ['ssh'], transport: 'tcp' },
      },
    ],
  );
});

describe('an output that is cut off', () => {
  test('gives what it has, and leaves what follows alone', () => {
    assert.deepEqual(
      told(`table inet t {\n\tset s {\n\t\ttype inet_service\n\t\telements = { 80,\n${line}`),
      ['80/', '22/tcp'],
    );
    assert.deepEqual(
      told(
        `<nmaprun>\n<host><ports><port protocol="tcp" portid="80"><state state="open"/>\n${line}`,
      ),
      ['80/tcp', '22/tcp'],
    );
    assert.deepEqual(told(`[\n{"ip": "10.0.0.1", "ports": [ {"port": 80,\n${line}`), ['22/tcp']);
    assert.deepEqual(told(`p1\ncnginx\nf3\nPTCP\nn*:80\n${line}`), ['80/tcp', '22/tcp']);
    assert.deepEqual(told(`  TCP  0.0.0.0:80  0.0.0.0:0  LISTENING\n${line}`), [
      '80/tcp',
      '22/tcp',
    ]);
  });
});

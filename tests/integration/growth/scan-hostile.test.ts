/**
 * Texts that were made to keep a parser busy: whatever is repeated, twice the text takes twice the
 * time. Each line below is the one that found a fault, or the shape nearest to breaking its format.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { portGroups } from '../../../src/features/scan/group.ts';
import { parseScan, scanParser } from '../../../src/features/scan/parse-scan.ts';
import type { ScanFormat } from '../../../src/features/scan/row.ts';
import { summary } from '../../../src/features/scan/summary.ts';
import { tableRow } from '../../../src/features/scan/table.ts';
import { toTerminal } from '../../../src/features/scan/terminal.ts';
import { assertLinear } from '../../helpers/growth.ts';

interface Hostile {
  before?: string;
  repeated: string;
  after?: string;
}

const HOSTILE: Record<ScanFormat, Hostile[]> = {
  nmap: [
    { before: 'Nmap scan report for ', repeated: ' (a' },
    { before: 'PORT STATE SERVICE REASON VERSION\n22/tcp ', repeated: ' ', after: 'x' },
    { repeated: '22/tcp open ssh\n' },
  ],
  'nmap-greppable': [
    { before: 'Host: 1.1.1.1 () Ports: ', repeated: '22/open/tcp//ssh///, ' },
    { before: 'Host: 1.1.1.1 () Ports: ', repeated: ' 1/a/tcp/' },
    { before: 'Host: 1.1.1.1 (', repeated: '(' },
  ],
  xml: [
    { before: '<?xml ?>', repeated: '<port ' },
    { before: '<port ', repeated: 'portid="', after: '>' },
    { before: '<port portid="1" protocol="tcp"/><service name="', repeated: '&#1;', after: '">' },
  ],
  masscan: [{ before: 'open tcp 80 ', repeated: ' 1' }, { repeated: 'open tcp 80 1.1.1.1 1\n' }],
  rustscan: [
    { before: 'Open ', repeated: ':1' },
    { repeated: 'Open 192.0.2.7:22\n' },
    { before: 'Open 1.1.1.1:1', repeated: ' ', after: 'x' },
  ],
  nc: [
    { before: 'Connection to ', repeated: ' (' },
    { before: 'nc: connect to a port 1 (tcp) failed: ', repeated: ' x' },
  ],
  rpcinfo: [{ repeated: ' 100000 ' }, { before: '100000', repeated: ' ', after: 'x' }],
  tcpdump: [
    { before: 'IP ', repeated: '1.', after: ' > 1.1: ' },
    { before: 'IP a.1 > ', repeated: ': ' },
    { repeated: '1 ', after: 'IP' },
  ],
  powershell: [
    { repeated: 'LocalPort ', after: '!' },
    { repeated: '- ', after: 'x' },
    { before: 'LocalAddress LocalPort State\n', repeated: ' a 1' },
    { before: 'LocalAddress LocalPort State\n', repeated: '0.0.0.0      1         Listen\n' },
    { repeated: 'LocalPort : 1\n' },
    { before: 'LocalPort', repeated: ' ', after: '1' },
  ],
  json: [
    { repeated: ' ', after: '"' },
    { before: '{"a":"', repeated: '\\"' },
    { repeated: '{"port":1,', after: '}' },
  ],
  ss: [
    { before: 'tcp LISTEN 0 128 0.0.0.0:22 0.0.0.0:* users:((', repeated: '("' },
    { before: 'LISTEN 0 128 ', repeated: ':', after: ' :' },
  ],
  netstat: [
    { before: 'tcp 0 0 1.1.1.1:1 0.0.0.0:* LISTEN 1/a ', repeated: '1.', after: 'x' },
    { before: 'tcp 0 0 1.1.1.1:1 0.0.0.0:* LISTEN 1/a ', repeated: '[:1', after: 'x' },
    { before: 'tcp 0 0 1.1.1.1:1 0.0.0.0:* LISTEN 1/a', repeated: ' 1: ', after: '\n' },
    { before: 'tcp 0 0 1.1.1.1:1 ', repeated: ':', after: ' \r\u2028' },
    { before: 'tcp 0 0 ', repeated: 'a ', after: '\r.' },
    { before: 'tcp 0 0 1.1.1.1:1 1.1.1.1:1 LISTEN 1/a', repeated: ' ', after: 'x' },
    { before: 'tcp 0 0 1.1.1.1:1 1.1.1.1:1 LISTEN 1/a', repeated: ' off (' },
  ],
  'netstat-bsd': [
    { before: 'tcp4 0 0 1.1.1.1.1 1.1.1.1.1 LISTEN 1 1 1 1 ', repeated: 'a:1 ' },
    { before: 'tcp4 0 0 1.1.1.1.1 ', repeated: '.', after: '\r' },
  ],
  'netstat-windows': [
    { before: 'TCP ', repeated: ':', after: ' x' },
    { before: 'TCP ', repeated: ':a', after: ' :' },
    { before: 'TCP 0.0.0.0:135 0.0.0.0:0 ', repeated: ' ', after: '\r' },
  ],
  lsof: [
    { before: 'sshd 600 root 3u IPv4 12345 0t0 TCP *:', repeated: '[a' },
    { before: 'p600\ncsshd\nf3\nPTCP\n', repeated: 'n*:1\n' },
    { before: 'p600\ncsshd\nf3\nPTCP\nn', repeated: '[a:' },
  ],
  docker: [
    { before: '80/tcp -> ', repeated: ':' },
    { before: '0123456789ab  img  ', repeated: '0.0.0.0:1->1/tcp, ' },
    { before: 'CONTAINER ID  IMAGE  PORTS', repeated: '  a', after: '\n80->80/tcp'.repeat(300) },
  ],
  kubectl: [
    { before: 'web NodePort 10.96.0.10 <none> ', repeated: '80:30080/TCP,' },
    { before: 'a', repeated: '/service/', after: ' NodePort 10.96.0.10 <none> 80/TCP' },
  ],
  nftables: [
    { before: 'tcp dport {', repeated: ' th dport 80' },
    { before: 'meta l4proto { tcp, udp }', repeated: ' th dport 80' },
    { before: 'meta l4proto { ', repeated: 'tcp, ', after: ` }${' th dport 80'.repeat(500)}` },
    { before: 'tcp dport 1', repeated: ' . tcp dport' },
    { before: 'tcp dport 1', repeated: ' . a b' },
    { before: 'tcp dport 1 ', repeated: '#', after: '\r' },
    { before: 'tcp dport 1 ', repeated: 'dnat to [' },
    { before: 'tcp dport 1 ', repeated: 'redirect to :1 ' },
    { before: 'table inet t {\n set s {\n  type inet_service\n  elements = {', repeated: '1 : 2,' },
  ],
  iptables: [
    { before: '-A INPUT ', repeated: '--dport 1,1:1 ' },
    { before: 'ACCEPT tcp -- anywhere anywhere ', repeated: 'dpt:1 /*' },
    { before: 'ACCEPT tcp -- anywhere anywhere to:', repeated: '[' },
  ],
  text: [
    { repeated: '1-64/tcp ' },
    { repeated: '1:1,' },
    { repeated: 'a.', after: 'com:1' },
    { repeated: 'http://a@', after: ':1' },
    { repeated: ' http://a:1' },
    { repeated: 'tcp port "', after: '1' },
    { repeated: '[::1]:1 ' },
  ],
};

const textOf =
  ({ after = '', before = '', repeated }: Hostile) =>
  (size: number) =>
    before + repeated.repeat(Math.ceil(size / repeated.length)) + after;

function read(text: string): number {
  const groups = portGroups();
  const parser = scanParser(groups.add);
  parser.push(text);
  parser.end();
  return groups.ports().length;
}

describe('twice the text takes twice the time', () => {
  for (const [format, hostile] of Object.entries(HOSTILE)) {
    test(format, () => {
      for (const each of hostile) {
        const name = JSON.stringify(each).slice(0, 90);
        // A longer line is no table's, and is read in another way.
        const last = each.repeated.includes('\n') ? undefined : 64_000;
        assertLinear(name, textOf(each), read, last);
      }
    });
  }

  test('also where the lines are longer than a table’s', () => {
    const repeated = ['TCP :', '{"port":1', '<port ', ' ', '1-64/tcp', ':1', 'port 1', '\u001b['];
    for (const each of repeated)
      assertLinear(each, (size) => textOf({ repeated: each })(size + 70_000), read);
  });
});

describe('ranges without end', () => {
  const text = '1-64/tcp '.repeat(100_000);

  test('are told port by port up to a number of ports, and then as ranges, with a note', () => {
    const groups = portGroups();
    let rows = 0;
    const parser = scanParser((row) => {
      rows++;
      groups.add(row);
    });
    parser.push(text);
    parser.end();
    assert.ok(rows < 210_000, `${rows} rows`);
    const ports = groups.ports();
    assert.deepEqual(
      [...new Set(ports.map(({ port, to }) => to ?? port))].toSorted((a, b) => a - b),
      Array.from({ length: 64 }, (_, index) => index + 1),
    );
    const told = summary(
      ports.map((found) => tableRow(found)),
      parser.leftAsRanges,
    );
    assert.match(told, /98,43\d ranges are shown as a range\.$/);
  });

  test('are no matter where there are few', () => {
    const parser = scanParser(() => {});
    parser.push('1-64/tcp\n');
    parser.end();
    assert.equal(parser.leftAsRanges, 0);
    assert.equal(parseScan('1-64/tcp').length, 64);
  });
});

test('a table of very many rows is printed', () => {
  const [found] = ((groups) => {
    groups.add({ port: 1, transport: 'tcp', state: '', process: '', line: 1, format: 'text' });
    return groups.ports();
  })(portGroups());
  assert.ok(found);
  assert.ok(toTerminal(Array.from({ length: 200_000 }, () => tableRow(found))).length > 200_000);
});

test('very many rows of a table that is cut off', () => {
  const ports = Array.from({ length: 65_000 }, (_, index) => index + 1).join(',\n      ');
  const set = (name: string) =>
    `  set ${name} {\n    type inet_service\n    elements = { ${ports} }\n`;
  const rows = parseScan(
    `table inet t {\n${set('a')}  }\n${set('b')}  }\n${set('c')}\nend of it\n`,
  );
  assert.equal(rows.length, 3 * 65_000);
});

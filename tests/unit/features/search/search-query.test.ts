/** What was typed: ports in every way of writing them, messages with a port in them, known errors. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import PORT_WORDS_OF from '../../../../content/port-words.json' with { type: 'json' };
import { LOCALES } from '../../../../src/base/languages.ts';
import { LAST_PORT } from '../../../../src/base/ranges.ts';
import { errorIn } from '../../../../src/features/search/errors.ts';
import { portsMentioned } from '../../../../src/features/search/mentioned.ts';
import { parseQuery } from '../../../../src/features/search/query.ts';

const anyPort = fc.integer({ min: 0, max: LAST_PORT });

describe('a port', () => {
  for (const typed of [
    '5432',
    ' 5432 ',
    '05432',
    '5432/tcp',
    'tcp/5432',
    'UDP 5432',
    ':5432',
    'localhost:5432',
    '127.0.0.1:5432',
    '[::1]:5432',
    '*:5432',
    ':::5432',
    'http://localhost:5432/path?query',
    '0x1538',
    '0X1538',
    'port 5432',
    'Port: 5432',
    'port number 5432',
    '#5432',
    '５４３２',
    'localhost：５４３２',
    '٥٤٣٢',
    '۵۴۳۲',
    '५४३२',
    '𝟝𝟜𝟛𝟚',
  ]) {
    test(`‘${typed}’ is 5432 and nothing else`, () => {
      assert.deepEqual(parseQuery(typed), { low: 5432, high: 5432, words: '' });
    });
  }

  test('in the digits of any script is read', () => {
    const zeros = [0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0xe50, 0xff10, 0x1d7ce, 0x1d7f6, 0x1e950];
    fc.assert(
      fc.property(anyPort, fc.constantFrom(...zeros), (port, zero) => {
        const typed = String.fromCodePoint(
          ...[...String(port)].map((digit) => zero + Number(digit)),
        );
        assert.equal(parseQuery(typed).low, port);
      }),
    );
  });

  test('in any of the usual ways is the same port', () => {
    const ways = fc.constantFrom(
      (port: number) => `${port}/udp`,
      (port: number) => `host.example:${port}`,
      (port: number) => `0x${port.toString(16)}`,
      (port: number) => `tcp port ${port}`,
    );
    fc.assert(
      fc.property(anyPort, ways, (port, way) => {
        assert.deepEqual(parseQuery(way(port)), { low: port, high: port, words: '' });
      }),
    );
  });
});

describe('a range', () => {
  for (const typed of [
    '6881-6889',
    '6881–6889',
    '6881 - 6889',
    '6881 to 6889',
    '6881:6889',
    '6881..6889',
    '6889-6881',
    'ports 6881-6889/tcp',
    '0x1ae1-0x1ae9',
  ]) {
    test(`‘${typed}’`, () => {
      assert.deepEqual(parseQuery(typed), { low: 6881, high: 6889, words: '' });
    });
  }
});

describe('a number beyond the last port', () => {
  test('is told as it was typed', () => {
    assert.deepEqual(parseQuery('70000'), { beyond: '70000', words: '' });
    assert.deepEqual(parseQuery('99999999999999999999999'), {
      beyond: '99999999999999999999999',
      words: '',
    });
  });

  test('ends a range at the last port', () => {
    assert.deepEqual(parseQuery('60000-70000'), {
      low: 60000,
      high: LAST_PORT,
      beyond: '70000',
      words: '',
    });
    assert.deepEqual(parseQuery('70000-80000'), { beyond: '80000', words: '' });
  });
});

describe('words', () => {
  for (const typed of ['ssh', 'x11', '3com', 'redis 6379', 'sql server 2019', 'tcp', '1.2.3.4']) {
    test(`‘${typed}’ is no port`, () => {
      assert.deepEqual(parseQuery(typed), { words: typed });
    });
  }

  test('whatever is typed is read without complaint, and within the ports', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const { low = 0, high = 0 } = parseQuery(typed);
        assert.ok(low >= 0 && low <= high && high <= LAST_PORT);
      }),
    );
  });
});

describe('a list', () => {
  for (const [typed, list] of [
    ['22,80,443', [22, 80, 443]],
    ['22 80 443', [22, 80, 443]],
    ['80/tcp, 443/tcp', [80, 443]],
    ['67/68', [67, 68]],
    ['135;139;445', [135, 139, 445]],
    ['tcp 5060 and 5061', [5060, 5061]],
    ['465 or 587', [465, 587]],
    ['puertos 80 y 443', [80, 443]],
  ] as const) {
    test(`‘${typed}’ is ${list.join(', ')}`, () => {
      assert.deepEqual(parseQuery(typed), { list: list.map((port) => [port, port]), words: '' });
    });
  }

  test('may have a range in it, and a number that is no port', () => {
    assert.deepEqual(parseQuery('22, 80-90, 70000'), {
      list: [
        [22, 22],
        [80, 90],
      ],
      beyond: '70000',
      words: '',
    });
  });
});

describe('a question about a number', () => {
  for (const [typed, port] of [
    ['445 open', 445],
    ['what runs on port 9000', 9000],
    ["what's 8080?", 8080],
    ['is port 53 open', 53],
    ['why is port 25 blocked', 25],
    ['how to open port 25565', 25565],
    ['listening on 49152', 49152],
  ] as const) {
    test(`‘${typed}’ is about ${port}`, () => {
      assert.deepEqual(parseQuery(typed), { low: port, high: port, words: '' });
    });
  }
});

describe('the word ‘port’', () => {
  for (const { code } of LOCALES) {
    const words = (PORT_WORDS_OF as Record<string, string[] | undefined>)[code] ?? [];
    test(`in the language ${code} is no word to look up`, () => {
      assert.ok(words.length > 0);
      for (const word of words)
        for (const typed of [`${word} 8443`, `8443 ${word}`, `${word}: 8443`])
          assert.deepEqual(parseQuery(typed), { low: 8443, high: 8443, words: '' }, typed);
    });
  }

  test('needs no space where its script has none', () => {
    for (const typed of ['ポート443', '443端口', '포트443', 'พอร์ต443', '連接埠443'])
      assert.equal(parseQuery(typed).low, 443, typed);
  });

  test('is no part of another word', () => {
    for (const typed of ['portmapper 111 rpc', 'transport 5', 'портал 80'])
      assert.notEqual(parseQuery(typed).words, '', typed);
  });
});

describe('a message', () => {
  for (const [typed, ...ports] of [
    ['EADDRINUSE: address already in use :::3000', 3000],
    ['EADDRINUSE 3000', 3000],
    ['bind() to 0.0.0.0:80 failed (13: Permission denied)', 80],
    ['listen tcp 0.0.0.0:5432: bind: address already in use', 5432],
    ['2024/01/01 12:30:45 [emerg] bind() to [::]:443 failed (98: Address already in use)', 443],
    ['ssh: connect to host example.com port 22: Connection refused', 22],
    ['ssh: connect to host 192.168.178.30 port 22: No route to host', 22],
    ['10.1.2.3 port 8443', 8443],
    ['nc -zv 10.0.0.7 443', 443],
    ['telnet mail.example.com 25', 25],
    ['6379/tcp open redis', 6379],
    ['ssh -p 2222 somewhere', 2222],
    ['Port 8080 was already in use.', 8080],
    ['SRC=203.0.113.9 DST=198.51.100.4 PROTO=TCP SPT=54321 DPT=23', 23],
    ['ESTAB 0 0 192.168.1.5:51432 93.184.216.34:443', 443, 51432],
    ['LISTEN 0 128 0.0.0.0:22 0.0.0.0:*', 22],
    ['tcp6 0 0 :::9100 :::* LISTEN 1290/node_exporter', 9100],
    ['IP 10.0.0.5.49822 > 10.0.0.9.1883: Flags [S]', 1883, 49822],
    ['connect ECONNREFUSED ::1:27017', 27017],
    ['java.net.BindException 0:0:0:0:0:0:0:0:8080', 8080],
    ['iptables -A INPUT -p tcp --dport 3306 -j ACCEPT', 3306],
    ['0.0.0.0:8080->80/tcp web', 8080],
    ["PermissionError: [Errno 13] Permission denied: ('0.0.0.0', 80)", 80],
    ['какой процесс держит порт 8443 сервера', 8443],
  ] as const) {
    test(`‘${typed}’ has ${ports.join(', ')} in it`, () => {
      assert.deepEqual(portsMentioned(typed).ports, ports);
    });
  }

  for (const typed of [
    'at 12:30:45 it broke',
    'errno 98',
    'see rfc 1413',
    'cve-2017-0144',
    'fe80::1',
    '00:1a:2b:3c:4d:5e',
    'sshd[811] died',
    'nginx 1.24.0',
  ]) {
    test(`‘${typed}’ has none`, () => assert.deepEqual(portsMentioned(typed).ports, []));
  }

  test('with a number and nothing that makes it a port is not sure', () => {
    assert.deepEqual(portsMentioned('sql server 2019'), { ports: [2019], sure: false });
  });

  test('of any length and kind is read in the time that it deserves', () => {
    for (const piece of ['1:', ':1', 'port ', '1.', ' 1', 'from ', '::', 'a1']) {
      const text = piece.repeat(20_000);
      assert.ok(Array.isArray(portsMentioned(text).ports));
      assert.ok(parseQuery(text).words !== undefined);
    }
  });
});

describe('an error', () => {
  for (const [typed, guide, port] of [
    ['ERR_UNSAFE_PORT', 'browser-refused-ports'],
    ['This address is restricted', 'browser-refused-ports'],
    ['EADDRINUSE', 'address-already-in-use'],
    ['[Errno 48] Address already in use', 'address-already-in-use'],
    ['Bind for 0.0.0.0:80 failed: port is already allocated', 'address-already-in-use', 80],
    ['Only one usage of each socket address', 'address-already-in-use'],
    ['bind: permission denied', 'ports-below-1024'],
    ['listen EACCES: permission denied 0.0.0.0:80', 'ports-below-1024', 80],
    ['listen EACCES: permission denied 0.0.0.0:50051', 'windows-excluded-ranges', 50051],
    ['a socket in a way forbidden by its access permissions', 'windows-excluded-ranges'],
  ] as const) {
    test(`‘${typed}’ is told in ${guide}`, () => assert.equal(errorIn(typed, port)?.guide, guide));
  }

  for (const typed of ['ssh', 'permission', 'unsafe', 'port in use', 'http 403']) {
    test(`‘${typed}’ is none`, () => assert.equal(errorIn(typed), undefined));
  }
});

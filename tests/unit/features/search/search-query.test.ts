/** What was typed: ports in every way of writing them, messages with a port in them, known errors. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { LAST_PORT } from '../../../../src/base/ranges.ts';
import { errorIn } from '../../../../src/features/search/errors.ts';
import { portMentioned } from '../../../../src/features/search/mentioned.ts';
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

describe('a message', () => {
  for (const [typed, port] of [
    ['EADDRINUSE: address already in use :::3000', 3000],
    ['bind() to 0.0.0.0:80 failed (13: Permission denied)', 80],
    ['listen tcp 0.0.0.0:5432: bind: address already in use', 5432],
    ['2024/01/01 12:30:45 [emerg] bind() to [::]:443 failed (98: Address already in use)', 443],
    ['ssh: connect to host example.com port 22: Connection refused', 22],
    ['6379/tcp open redis', 6379],
    ['ssh -p 2222 somewhere', 2222],
    ['Port 8080 was already in use.', 8080],
  ] as const) {
    test(`‘${typed}’ has port ${port} in it`, () => {
      assert.equal(portMentioned(typed).low, port);
    });
  }

  for (const typed of ['at 12:30:45 it broke', 'sql server 2019', 'errno 98', 'see rfc 1413']) {
    test(`‘${typed}’ has none`, () => assert.equal(portMentioned(typed).low, undefined));
  }
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

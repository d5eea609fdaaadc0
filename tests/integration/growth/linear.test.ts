/** What every request may bring, in any length that Node lets through: no more work than its length. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from '../../../src/base/network-of.ts';
import { OnceASecond } from '../../../src/base/once-a-second.ts';
import { preconditionOf } from '../../../src/server/conditional.ts';
import { contentTypeAt } from '../../../src/server/content-types.ts';
import { chooseEncoding } from '../../../src/server/encodings.ts';
import { errorLog } from '../../../src/server/error-log.ts';
import { segmentsOf } from '../../../src/server/files.ts';
import { headersFor } from '../../../src/server/headers.ts';
import { redirectFor } from '../../../src/server/redirects.ts';
import { assertLinear } from '../../helpers/growth.ts';

const PARTS = [
  '.html',
  '/',
  '/index',
  '/en',
  '/port',
  '%2e',
  '.',
  'index.html/',
  '/443',
  'a',
  '%41',
];

test('an address', () => {
  for (const part of PARTS) {
    const address = (size: number) => `/${part.repeat(size / part.length)}x`;
    assertLinear(`redirect ${part}`, address, (path) => redirectFor(path, '', () => undefined));
    assertLinear(`headers ${part}`, address, headersFor);
    assertLinear(`segments ${part}`, address, segmentsOf);
    assertLinear(`type ${part}`, address, contentTypeAt);
  }
});

test('a query', () => {
  for (const part of ['lang=', '&', '&lang=de', '%', '=']) {
    const query = (size: number) => `?${part.repeat(size / part.length)}`;
    assertLinear(part, query, (search) => redirectFor('/de/ports/443', search));
  }
});

/** The time of one call, in microseconds of this thread. */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: 20 }, () => {
    const before = process.threadCpuUsage();
    for (let turn = 0; turn < 20; turn++) work();
    const { system, user } = process.threadCpuUsage(before);
    return (system + user) / 20;
  });
  return Math.min(...times);
}

const file = { path: '', size: 10, modified: new Date(0), etag: '"x"' };

test('headers of 15 kB cost no more than 1 kB of the same', () => {
  const long = (part: string, length: number) => part.repeat(length / part.length);
  for (const part of ['a,', 'a;q=1,', ';', 'gzip;q=0,', '"a",']) {
    for (const [name, work] of [
      ['accept-encoding', (text: string) => chooseEncoding(text)],
      [
        'if-none-match',
        (text: string) => preconditionOf(new Headers({ 'if-none-match': text }), file),
      ],
    ] as const) {
      const [little, much] = [1000, 16_000].map((length) => timeOf(() => work(long(part, length))));
      // 16 times the length: linear work would be 16 times as much.
      assert.ok((much ?? 0) < 8 * (little ?? 0) + 20, `${name} ${part}: ${little} and ${much} µs`);
    }
  }
});

test('addresses of IPv6', () => {
  assert.equal(networkOf('2001:db8:1:1::1'), networkOf('2001:db8:1:ffff::2'));
  assert.notEqual(networkOf('2001:db8:1::1'), networkOf('2001:db8:2::1'));
  assert.equal(networkOf('::ffff:192.0.2.1'), '192.0.2.1');
});

test('the same error is one line a second', () => {
  const lines: string[] = [];
  const log = errorLog((line) => lines.push(line));
  const full = (path: string) =>
    Object.assign(new Error(`EMFILE: too many open files, open '${path}'`), {
      code: 'EMFILE',
      syscall: 'open',
    });
  for (let count = 0; count < 1000; count++) log(full(`/dist/${count}.html`));
  log(new Error('another'));
  assert.equal(lines.length, 2);
  assert.match(lines[0] ?? '', /^[\d-]+T[\d:.]+Z Error: EMFILE[^\n]*\n$/);

  const often = new OnceASecond();
  assert.deepEqual(often.ask('a', 0), { unsaid: 0 });
  assert.equal(often.ask('a', 999), undefined);
  assert.deepEqual(often.ask('a', 1000), { unsaid: 1 });
});

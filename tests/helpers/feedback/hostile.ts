/** Requests that nobody means well with: a stream without end, the same for the same seed. */
import { FACES, REASONS } from '../../../src/base/feedback-values.ts';
import { randomFrom } from '../sample.ts';
import { postBytes } from './wire.ts';

export interface Hostile {
  bytes: Buffer;
  kind: string;
}

const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];

const STRINGS = [
  ...["'; DROP TABLE answer; --", '" OR 1=1 --', '<script>alert(1)</script>', '</textarea><b>'],
  ...['\u0000', '\u001b[2J\u001b]0;pwned\u0007', '\u009b31m', '\u202egnp.exe', '\ufeff', '\ud800'],
  ...['$\u007b7*7}', '{{7*7}}', '%00', '%s%s%n', '../../etc/passwd', '\r\nSet-Cookie: a=b', '=1+1'],
  ...['', ' ', '\n', 'x'.repeat(499), 'x'.repeat(501), 'क'.repeat(500), '🧭'.repeat(250), 'null'],
];

const VALUES: unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 65535, 65536, 1e308, -0, 2 ** 53, '80', '', [], {}, [[]]],
  ...[{ toString: 1 }, { $gt: '' }, { length: 1e9 }, [null], ['wrong'], ['wrong', 7], 'yes', 'en'],
  ...STRINGS,
];

const TYPES = [
  ...['application/json', 'application/x-www-form-urlencoded', 'application/json; charset=utf-8'],
  ...['text/plain', 'multipart/form-data; boundary=x', 'application/json; charset=utf-7', 'x'],
];

export function* hostileRequests(seed: number): Generator<Hostile> {
  const random = randomFrom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const pick = <Value>(values: readonly Value[]) => values[below(values.length)] as Value;
  let number = 0;
  const from = () => {
    number++;
    return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  };
  const right = () => ({ port: below(65536), locale: 'en', face: pick(FACES) });
  const noise = (length: number) => Buffer.from(Array.from({ length }, () => below(256)));

  const bodies: Record<string, () => string | Buffer> = {
    noise: () => noise(below(300)),
    'noise in a note': () =>
      Buffer.concat([
        Buffer.from('{"port":1,"locale":"en","face":"no","note":"'),
        noise(40),
        Buffer.from('"}'),
      ]),
    'a hostile note': () => JSON.stringify({ ...right(), note: pick(STRINGS) + pick(STRINGS) }),
    'a wrong value': () =>
      JSON.stringify({
        ...right(),
        [pick(['port', 'locale', 'face', 'reasons', 'note', 'version', 'website'])]: pick(VALUES),
      }),
    'a wrong key': () =>
      `{"port":1,"locale":"en","face":"no","${pick(PROTOTYPE_KEYS)}":{"polluted":true}}`,
    'a prototype as a value': () =>
      JSON.stringify({ ...right(), locale: pick(PROTOTYPE_KEYS), face: pick(PROTOTYPE_KEYS) }),
    'deep JSON': () => pick(['[', '{"a":', '[{"note":']).repeat(below(400)),
    'deep and closed JSON': () => `${'['.repeat(2000)}${']'.repeat(2000)}`,
    'many keys': () => `{${Array.from({ length: 200 }, (_, index) => `"k${index}":0`).join(',')}}`,
    'a key given twice': () => '{"port":1,"port":70000,"locale":"en","face":"no"}',
    'something cut short': () => JSON.stringify(right()).slice(0, below(40)),
    'too much': () => JSON.stringify({ ...right(), note: 'x'.repeat(4096 + below(60_000)) }),
    'a form': () =>
      `port=${below(70_000)}&locale=en&face=${pick(FACES)}&reason=${pick(REASONS)}&note=${encodeURIComponent(pick(STRINGS).toWellFormed())}`,
    'a broken form': () =>
      pick([
        '%',
        '%zz',
        '=',
        '&&&',
        'a=%ff',
        'port=1&port=2',
        '%5f%5fproto%5f%5f=1',
        'reason='.repeat(300),
      ]),
    'not an object': () => JSON.stringify(pick(VALUES)),
  };
  const kinds = Object.keys(bodies);

  const headers = (): Record<string, string> => ({
    'X-Forwarded-For': below(20) === 0 ? pick(STRINGS).replace(/[^ -~]/g, '?') : from(),
    ...(below(10) === 0 && {
      Origin: pick(['null', 'https://evil.example', 'x', '%00', 'http://[']),
    }),
    ...(below(20) === 0 && { 'Content-Encoding': pick(['gzip', 'br', 'x']) }),
    ...(below(20) === 0 && { Host: pick(['a', 'a:99999', '[::1]', 'x'.repeat(300)]) }),
    ...(below(20) === 0 && { 'Accept-Language': pick(['*', 'de;q=', ',,,', 'x'.repeat(2000)]) }),
    ...(below(20) === 0 && { Cookie: 'a=b; '.repeat(100), 'X-Big': 'y'.repeat(below(9000)) }),
    ...(below(30) === 0 && { 'Content-Length': pick(['0', '1', '5', '-1', '1e3', '99999999999']) }),
    ...(below(30) === 0 && { 'Transfer-Encoding': pick(['chunked', 'identity', 'gzip, chunked']) }),
    ...(below(40) === 0 && { Expect: pick(['100-continue', 'x']) }),
  });

  for (;;) {
    const kind = pick(kinds);
    const body = bodies[kind]?.() ?? '';
    const expected = kind.includes('form') ? TYPES[1] : TYPES[0];
    const type = below(8) === 0 ? pick(TYPES) : (expected ?? '');
    yield { kind, bytes: postBytes({ body, type, headers: headers() }) };
  }
}

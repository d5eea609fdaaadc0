/** What people type and browsers send, in any length: twice the text takes twice the time. */
import { describe, test } from 'node:test';
import { networkOf } from '../../../src/base/network-of.ts';
import { printable } from '../../../src/base/printable.ts';
import { readCriteria } from '../../../src/features/choose/criteria.ts';
import { errorIn } from '../../../src/features/search/errors.ts';
import { filtersIn } from '../../../src/features/search/filters.ts';
import { keyOf } from '../../../src/features/search/fold.ts';
import { lookUp, telling } from '../../../src/features/search/lookup.ts';
import { meantBy } from '../../../src/features/search/meant.ts';
import { portsMentioned } from '../../../src/features/search/mentioned.ts';
import type { NameEntry } from '../../../src/features/search/names.ts';
import { parseQuery } from '../../../src/features/search/query.ts';
import { clientAddress } from '../../../src/feedback/client-address.ts';
import { mayReadMetrics } from '../../../src/feedback/metrics-access.ts';
import { Origins } from '../../../src/feedback/origins.ts';
import { bodyKind, parseBody } from '../../../src/feedback/parse-body.ts';
import { preferredLocale } from '../../../src/feedback/preferred-locale.ts';
import { rangeOf } from '../../../src/server/byte-range.ts';
import { preconditionOf } from '../../../src/server/conditional.ts';
import { chooseEncoding } from '../../../src/server/encodings.ts';
import { otherOrigin } from '../../../src/server/feedback-origin.ts';
import { assertLinear } from '../../helpers/growth.ts';

/** Long enough to tell, and little enough to be cheap. */
const MOST = 64_000;
/** Node lets no more headers through than 16 kB; twice that shows what becomes of more. */
const MOST_HEADERS = 32_000;

type Work = (text: string) => unknown;

function holds(parts: readonly string[], works: Readonly<Record<string, Work>>, most = MOST) {
  for (const [name, work] of Object.entries(works)) {
    test(name, () => {
      for (const part of parts) {
        // What it is repeated for is refused at its end, where most work has been done.
        const make = (size: number) => `${part.repeat(Math.ceil(size / part.length))} !`;
        assertLinear(`${name} ${JSON.stringify(part)}`, make, attempt(work), most);
      }
    });
  }
}

/** Most of it is refused; how long that takes is what counts here. */
const attempt = (work: Work) => (text: string) => {
  try {
    work(text);
  } catch {}
};

describe('a search', () => {
  const names = new Map<string, NameEntry>(
    ['ssh', 'postgresql', 'a'.repeat(30)].map((name) => [name, { name, refs: [] }]),
  );
  const parts = [
    ':1/',
    '1',
    'a ',
    'port ',
    'port:',
    '- ',
    '1-',
    '.',
    'bind ',
    'permission denied ',
  ];
  holds([...parts, '1.1.1.1:', ' -p', '٣', 'é', '\u0301', '+', '\ufb03'], {
    'a query': parseQuery,
    'ports in a message': portsMentioned,
    'what is meant': meantBy,
    'an error in a message': (text) => errorIn(text),
    'the words that tell': telling,
    'a key': keyOf,
    names: (text) => lookUp(text, names),
  });
  holds(['&', 'near=1&', 'q=%', 'seed=a', 'count=', 'range=x&', '+'], {
    'criteria of a choice': (text) => readCriteria(new URLSearchParams(text)),
    filters: (text) => filtersIn(new URLSearchParams(text)),
  });
});

describe('a header', () => {
  const file = { path: '', size: 1e9, modified: new Date(0), etag: '"x"' };
  const asked = (headers: object) =>
    ({ headers, socket: { remoteAddress: '127.0.0.1' } }) as Parameters<typeof clientAddress>[0];
  const parts = [
    'a',
    ',',
    'a,',
    ';',
    'a;q=1,',
    '1-',
    'bytes=1-2,',
    '"a",',
    ':',
    '::',
    '127.0.0.1,',
  ];
  holds(
    [...parts, '%', 'charset=', '\t', 'W/"', '[', 'zh-', 'https://a', '.a'],
    {
      range: (range) => rangeOf(new Headers({ range: `bytes=${range}` }), file),
      'if-range': (text) => rangeOf(new Headers({ range: 'bytes=0-', 'if-range': text }), file),
      'if-match': (text) => preconditionOf(new Headers({ 'if-match': text }), file),
      'if-modified-since': (text) =>
        preconditionOf(new Headers({ 'if-modified-since': text }), file),
      'accept-encoding': chooseEncoding,
      'accept-language': preferredLocale,
      'content-type': bodyKind,
      origin: (text) => new Origins([]).check(text, 'a'),
      'origin of a host': (text) => new Origins([]).check('https://a', text),
      'x-forwarded-for': (text) => clientAddress(asked({ 'x-forwarded-for': text }), 1),
      'metrics, authorization': (authorization) =>
        mayReadMetrics(asked({ authorization }), { local: true, token: 'a' }),
      'metrics, hops': (text) =>
        mayReadMetrics(asked({ 'x-forwarded-for': text }), { local: true }),
      'a network': networkOf,
    },
    MOST_HEADERS,
  );
});

describe('an answer', () => {
  // The service reads 12 kB at most.
  const note = (text: string) => JSON.stringify({ port: 1, locale: 'en', face: 'no', note: text });
  holds(
    [
      'a',
      '\r',
      '\n ',
      '\ud800',
      '\u0000',
      '&',
      'a=1&',
      '%41',
      '+',
      'reason=other&',
      '[',
      '{"a":',
      '"',
    ],
    {
      form: (text) => parseBody(text, 'form'),
      json: (text) => parseBody(text, 'json'),
      'a note': (text) => parseBody(note(text), 'json'),
      'a field of a form': (text) => parseBody(`note=${text}`, 'form'),
    },
    MOST_HEADERS,
  );
});

describe('what is shown or set', () => {
  holds(['a', '\u202e', '\n', '\ud800', '/', '//', ':', '%'], {
    'a text in the terminal': printable,
    'the place of the answers': (text) => otherOrigin(text),
  });
});

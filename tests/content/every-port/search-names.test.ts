/** From names to ports: collected, written to files, read again, and looked up. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { collectNames } from '../../../src/features/search/collect-names.ts';
import { keyOf, wordsOf } from '../../../src/features/search/fold.ts';
import { isStrong, lookUp, shardsFor, telling } from '../../../src/features/search/lookup.ts';
import {
  type NameEntry,
  readName,
  SHARDS,
  shardOf,
  writeName,
} from '../../../src/features/search/names.ts';
import { organisationOf } from '../../../src/features/search/organisations.ts';
import { decodeState, encodeState, factsOf } from '../../../src/features/search/state.ts';
import { distance, nearestKeys } from '../../../src/features/search/typo.ts';
import { readWanted, writeWanted } from '../../../src/features/search/wanted.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const atlas = sharedAtlas();
const records = atlas.documented().map((port) => atlas.port(port));
const names = collectNames(records);
const portsFor = (text: string) => lookUp(text, names).map(({ ref }) => ref.port);

describe('a name', () => {
  test('is one however it is written', () => {
    for (const written of ['MS-SQL-S', 'ms sql s', 'ms_sql_s', 'Ms-Sql-S'])
      assert.equal(keyOf(written), 'mssqls');
    assert.equal(keyOf('Café'), 'cafe');
    assert.notEqual(keyOf('whois++'), keyOf('whois'));
    assert.deepEqual(wordsOf('DNS over TLS'), ['dns', 'over', 'tls']);
  });

  test('of a service leads to a port registered for it, unless an author says what people mean', () => {
    const wrong = records.flatMap(({ assignments }) =>
      assignments
        .filter(({ service }) => service !== '')
        .filter(({ service }) => {
          const [first] = lookUp(service, names);
          const named = first && atlas.port(first.ref.port);
          const registered = named?.assignments.some(
            (other) => keyOf(other.service) === keyOf(service),
          );
          return !registered && !['title', 'alias'].includes(first?.ref.reason ?? '');
        })
        .map(({ service }) => service),
    );
    assert.deepEqual(wrong, []);
  });

  test('that is begun leads to those that begin so, whole words first', () => {
    const found = portsFor('mail');
    assert.ok(found.indexOf(25) < found.indexOf(174), 'mail server before mailq');
    assert.equal(portsFor('postgr')[0], 5432);
  });

  test('is found in a question', () => {
    assert.deepEqual(telling('what is the default port for MySQL'), ['mysql']);
    assert.deepEqual(telling('port'), ['port']);
    assert.equal(portsFor('what port does rdp use')[0], 3389);
  });

  test('of several words is found by each of them', () => {
    const [first] = lookUp('jupiter notebook', names);
    assert.equal(first?.ref.port, 8888);
    assert.ok(first && isStrong(first));
    const partly = lookUp('redis zzzzzz', names).find(({ ref }) => ref.port === 6379);
    assert.ok(partly && !isStrong(partly));
  });
});

describe('a slip of the finger', () => {
  test('is forgiven: a letter more, less, other, or two the wrong way round', () => {
    for (const typed of ['postgress', 'postgrs', 'posrgres', 'postgrse']) {
      const [first] = lookUp(typed, names);
      assert.equal(first?.ref.port, 5432, typed);
      assert.equal(first?.corrected, true);
    }
    assert.equal(portsFor('kubernets')[0], 6443);
  });

  test('is not forgiven in three letters', () => {
    assert.deepEqual(nearestKeys('ssg', names.keys()).keys, []);
  });

  test('is counted as one would', () => {
    const word = fc.stringMatching(/^[a-z]{4,12}$/);
    fc.assert(
      fc.property(word, fc.nat(), (text, at) => {
        const place = at % text.length;
        assert.equal(distance(text, text, 2), 0);
        assert.equal(distance(text, text.slice(0, place) + text.slice(place + 1), 2), 1);
        assert.equal(distance(text, `${text.slice(0, place)}9${text.slice(place)}`, 2), 1);
        assert.equal(distance(text, `${text}999`, 2), 3);
      }),
    );
    fc.assert(
      fc.property(word, word, (a, b) => assert.equal(distance(a, b, 3), distance(b, a, 3))),
    );
  });
});

describe('an organisation', () => {
  for (const [assignee, name] of [
    ['Microsoft Corporation', 'Microsoft'],
    ['Canon Inc.', 'Canon'],
    ['Shenzhen Inovance Technology Co., Ltd.', 'Shenzhen Inovance Technology'],
    ['Wi-Fi Alliance', 'Wi-Fi Alliance'],
    ['SAP SE', 'SAP'],
    ['IBM', 'IBM'],
  ] as const) {
    test(`${assignee} is ${name}`, () => assert.equal(organisationOf(assignee), name));
  }

  test('is no person', () => {
    for (const person of ['Tom Lane', 'J. A. (Tony) Sever', 'D. J. Bernstein', undefined])
      assert.equal(organisationOf(person), undefined);
  });
});

describe('the files', () => {
  test('give back every name as it went in', () => {
    for (const entry of names.values()) {
      const read: NameEntry = readName(writeName(entry));
      assert.deepEqual(
        read.refs.map(({ port, reason, state }) => [port, reason, state]),
        entry.refs.map(({ port, reason, state }) => [port, reason, state]),
      );
      assert.equal(keyOf(read.name), keyOf(entry.name));
    }
  });

  test('are those that a search for the name asks for', () => {
    for (const [key, { name }] of names) {
      assert.ok(SHARDS.includes(shardOf(key)), key);
      assert.ok(shardsFor(name).includes(shardOf(key)), name);
    }
  });

  test('tell an author’s names of a port in one line', () => {
    const wanted = {
      port: 5432,
      state: 'a3',
      title: '3 | PostgreSQL',
      topics: ['databases', 'web'] as const,
      names: [{ name: 'postgres', reason: 'alias' as const }],
    };
    assert.deepEqual(readWanted(writeWanted(wanted)), { ...wanted, title: '3   PostgreSQL' });
  });
});

test('a state is two signs, and says what they mean', () => {
  const transports = fc.subarray(['tcp', 'udp', 'sctp', 'dccp']);
  const statuses = fc.constantFrom(
    'assigned',
    'reserved',
    'unassigned',
    'de-registered',
    'dynamic',
  );
  fc.assert(
    fc.property(statuses, transports, (status, on) => {
      const state = { status, transports: on } as const;
      assert.deepEqual(decodeState(encodeState({ ...state, transports: [...on] })), state);
    }),
  );
  assert.equal(factsOf('a3'), 'TCP, UDP · assigned');
  assert.equal(factsOf('n0'), 'never assigned');
});

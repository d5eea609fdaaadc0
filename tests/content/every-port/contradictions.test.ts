/** What a page says of a port agrees with what its record knows, for each of the 65,536. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PORT_COUNT } from '../../../src/base/ranges.ts';
import type { PortRecord } from '../../../src/facts/atlas/record.ts';
import { transportsInUse } from '../../../src/facts/atlas/transports-in-use.ts';
import { faqFacts } from '../../../src/words/faq/facts-of-record.ts';
import { faqOf } from '../../../src/words/faq/faq.ts';
import { wordsOf } from '../../../src/words/locales/site-words.ts';
import { cardOf } from '../../../src/words/port/card.ts';
import { securityOf } from '../../../src/words/port/security.ts';
import { assertNone } from '../../helpers/assert-none.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const atlas = sharedAtlas();
const records = Array.from({ length: PORT_COUNT }, (_, port) => atlas.port(port));

/** Read from the record anew, whatever the pages make of it. */
const usesOf = ({ devices, games, programs, vendorServices }: PortRecord) =>
  [programs, vendorServices, games, devices].flat().filter(({ wide }) => !wide);

const namesProgram = (record: PortRecord) =>
  usesOf(record).length > 0 ||
  (record.page?.uses.length ?? 0) > 0 ||
  record.mentions.some(({ reason }) => reason !== undefined);

const wordsOfCard = (record: PortRecord) => cardOf(record).map(({ id }) => id);

function answerTo(id: string, record: PortRecord): string {
  const answered = faqOf(faqFacts(record), wordsOf('en').page, 'en').find((one) => one.id === id);
  return (answered?.answer ?? []).map((block) => ('text' in block ? block.text : '')).join(' ');
}

const portsOf = (found: readonly PortRecord[]) =>
  found.map(({ port }) => String(port)).slice(0, 20);

describe('that we have no record of a program', () => {
  test('is said in the card of no port of which a table or an author names one', () => {
    // An author's summary stands in place of the card.
    const silent = records.filter(
      (record) => !record.page && wordsOfCard(record).some((id) => id.startsWith('card.noRecord')),
    );
    assert.ok(silent.length > 40_000);
    assertNone(portsOf(silent.filter(namesProgram)));
  });

  test('is said in the questions of none of them', () => {
    const named = records.filter(namesProgram);
    assert.ok(named.length > 2000);
    assertNone(portsOf(named.filter((record) => /no record/.test(answerTo('what', record)))));
  });
});

test('that we have no security reports is said of no port that a table or an author reports', () => {
  const reported = records.filter(
    ({ amplification, attacks, malware, page, watched }) =>
      [amplification, attacks].flat().length > 0 ||
      [...malware, ...watched].some(({ wide }) => !wide) ||
      (page?.security.facts.length ?? 0) > 0,
  );
  assert.ok(reported.length > 700, String(reported.length));
  assertNone(
    portsOf(reported.filter((record) => /no security reports/.test(answerTo('dangerous', record)))),
  );
  // An author's own facts stand beside what the tables say.
  const byTables = reported.filter(({ page }) => page === undefined);
  assertNone(portsOf(byTables.filter((record) => securityOf(record, atlas.sources).length === 0)));
});

test('a port that is good for a new program has no use, established or reported', () => {
  const good = records.filter(({ verdict }) => verdict.level === 'good');
  assert.ok(good.length > 5000);
  assertNone(
    portsOf(
      good.filter(
        (record) => namesProgram(record) || [record.programs, record.games].flat().length > 0,
      ),
    ),
  );
});

test('the transports in use are named by a use of the port, and by no other', () => {
  const wrong = records.filter((record) => {
    const named = new Set([
      ...usesOf(record).flatMap(({ transports }) => transports),
      ...(record.page?.uses.flatMap(({ transport }): string[] => transport) ?? []),
    ]);
    return transportsInUse(record).some((transport) => !named.has(transport));
  });
  assertNone(portsOf(wrong));
});

test('a use has the transports of its row and no others', () => {
  const rows = Object.groupBy(
    [atlas.tables.programs, atlas.tables.games, atlas.tables.devices, atlas.tables.vendorServices]
      .flat()
      .map((row) => ({ key: `${row.ports} ${row.name} ${row.role}`, transports: row.transports })),
    ({ key }) => key,
  );
  const wrong = records.filter((record) =>
    usesOf(record).some(({ name, ports, role, transports }) => {
      const own = rows[`${ports} ${name} ${role}`] ?? [];
      return !own.some((row) => row.transports === transports.join(' '));
    }),
  );
  assertNone(portsOf(wrong));
});

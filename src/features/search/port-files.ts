/** The files of ports by number, from the records. Runs in the build. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { answerOf } from '../../words/port/in-english.ts';
import { shorten } from '../../words/prose/words.ts';
import { nameOf, stateOf } from './passages.ts';
import { blockFileOf, writePortLine } from './port-file.ts';

/** What fits two lines of a phone. */
const LENGTH = 120;

export function portFiles(records: readonly PortRecord[]): Map<string, string> {
  const blocks = Map.groupBy(records, ({ port }) => blockFileOf(port));
  const lineOf = (record: PortRecord) =>
    writePortLine({
      port: record.port,
      state: stateOf(record),
      story: record.page !== undefined,
      name: nameOf(record),
      line: shorten(answerOf(record), LENGTH).replace(/\s+/g, ' '),
    });
  return new Map([...blocks].map(([block, group]) => [block, group.map(lineOf).join('\n')]));
}

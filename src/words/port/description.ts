/** The description of a port's page: the answer, then as much else as the length allows. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { name, said } from '../messages/said.ts';
import type { Speaker } from '../messages/speaker.ts';
import { shorten } from '../prose/words.ts';
import { cardOf } from './card.ts';
import { ownNames, portName } from './name.ts';
import { ownWords } from './own-words.ts';

/** Search engines and chats cut descriptions at about this length. */
const LENGTH = 160;

export function describe(record: PortRecord, speaker: Speaker): string {
  const { port, verdict } = record;
  const page = ownWords(record, speaker);
  const answer = page ? [page.summary] : cardOf(record).map((line) => speaker.text(line));
  const [first = '', ...others] = answer;
  const heading = speaker.text(
    said('title.port', { port: name(String(port)), name: name(portName(record, speaker)) }),
  );
  // A port that is called by its status has it in its first sentence.
  const named = ownNames(record).length === 0 || page || first.includes(portName(record, speaker));
  const led = named
    ? speaker.text(said('title.describe', { port: name(String(port)), text: name(first) }))
    : speaker.joined([`${heading}${stopOf(first)}`, first]);
  // An author's summary is written to stand alone, and may be as long as the whole.
  const start = page && led.length > LENGTH ? first : led;
  // Where it depends on what the program is for, one sentence would be wrong.
  const agreed = verdict.own === verdict.level;
  const use = agreed ? [speaker.text(said(`title.${verdict.level}`))] : [];
  const parts = page ? [] : [...others, ...use];
  return parts.reduce(
    (text, part) => (text.length + part.length < LENGTH ? speaker.joined([text, part]) : text),
    shorten(start, LENGTH),
  );
}

/** The full stop of the language, as the sentence that follows has it. */
const stopOf = (sentence: string): string => /[.。।۔]$/u.exec(sentence)?.[0] ?? '.';

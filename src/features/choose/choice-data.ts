/** What the page /choose and `portolan --free` know of the ports, taken from the atlas's own verdicts. */
import type { Atlas } from '../../facts/atlas/atlas.ts';
import { stretches } from '../../facts/atlas/stretches.ts';
import { RULES } from '../../facts/atlas/verdict-rules.ts';
import { answerText, reasonText, yesText } from '../../words/port/in-english.ts';
import type { ChoiceData, RuleFacts } from './facts.ts';

interface Run {
  low: number;
  length: number;
  text: string;
}

export function choiceData(atlas: Atlas): ChoiceData {
  const reasons = reasonsOfAll(atlas);
  return {
    rules: RULES.map(({ chooser, id, level, own = 'note' }) => ({
      id,
      level,
      own,
      ...(chooser && { chooser }),
      ...written(runsOf(id, reasons)),
    })),
    lent: atlas.tables.ephemeral
      .filter(({ kind, system }) => kind === 'current' && system !== 'IANA')
      .map(({ system, low, high }) => ({ system, low, high })),
    answers: {
      good: answerText('good'),
      care: answerText('care'),
      avoid: answerText('avoid'),
      yes: yesText(),
    },
    registry: atlas.sources.get('iana')?.date ?? '',
  };
}

type Texts = ReadonlyMap<string, string>;

/** The reasons of every port by rule; the undocumented ports of a stretch share theirs. */
function reasonsOfAll(atlas: Atlas): Texts[] {
  const textsOf = (port: number): Texts =>
    new Map(atlas.port(port).verdict.reasons.map((reason) => [reason.id, reasonText(reason)]));
  const all: Texts[] = [];
  for (const { low, high, port } of stretches(atlas)) {
    const shared = textsOf(port);
    for (let one = low; one <= high; one++) all[one] = shared;
  }
  for (const port of atlas.documented()) all[port] = textsOf(port);
  return all;
}

function runsOf(id: string, reasons: readonly Texts[]): Run[] {
  const runs: Run[] = [];
  for (const [port, texts] of reasons.entries()) {
    const text = texts.get(id);
    const last = runs.at(-1);
    if (text === undefined) continue;
    if (last && last.text === text && last.low + last.length === port) last.length++;
    else runs.push({ low: port, length: 1, text });
  }
  return runs;
}

function written(runs: readonly Run[]): Omit<RuleFacts, 'id' | 'level' | 'own'> {
  const texts = runs.map(({ text }) => text);
  const before = sharedStart(texts);
  const after = reversed(sharedStart(texts.map((text) => reversed(text.slice(before.length)))));
  let end = 0;
  const places = runs.map(({ low, length }) => {
    const gap = (low - end).toString(36);
    end = low + length;
    return length === 1 ? gap : `${gap}.${length.toString(36)}`;
  });
  return {
    before,
    after,
    runs: places.join(' '),
    texts: texts
      .map((text) => text.slice(before.length, text.length - after.length).replaceAll('\n', ' '))
      .join('\n'),
  };
}

function sharedStart(texts: readonly string[]): string {
  const [first = ''] = texts;
  let length = first.length;
  for (const text of texts) {
    while (!text.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, length);
}

const reversed = (text: string) => [...text].reverse().join('');

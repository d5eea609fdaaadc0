/** Ports for a new program, as the page /choose shows them before anybody has asked for anything. */
import { PORT_COUNT } from '../base/ranges.ts';
import { choiceData } from '../features/choose/choice-data.ts';
import { CONDITIONS, type Condition } from '../features/choose/conditions.ts';
import { NO_CRITERIA } from '../features/choose/criteria.ts';
import { type ChoiceData, type ChoiceFacts, openChoice } from '../features/choose/facts.ts';
import { memorability, type Pattern, patternOf } from '../features/choose/memorable.ts';
import { survey } from '../features/choose/survey.ts';
import { siteAtlas } from './atlas.ts';

export interface GoodPort {
  port: number;
  pattern: Pattern | undefined;
  /** How many good ports follow one another from here. */
  inARow: number;
}

/** The best of so many numbers, so that the whole range has its share. */
const SHARE = 200;

let data: ChoiceData | undefined;
let opened: ChoiceFacts | undefined;

/** What the page takes along for its script. */
export function siteChoiceData(): ChoiceData {
  data ??= choiceData(siteAtlas());
  return data;
}

function siteChoice(): ChoiceFacts {
  opened ??= openChoice(siteChoiceData());
  return opened;
}

/** The easiest to remember first. */
export function goodPorts(count: number): GoodPort[] {
  const { faultAsFirst } = survey(siteChoice(), NO_CRITERIA);
  const good = Array.from({ length: PORT_COUNT }, (_, port) => port).filter(
    (port) => !faultAsFirst(port),
  );
  const shares = Map.groupBy(good, (port) => Math.floor(port / SHARE));
  const best = [...shares.values()].map((ports) => ports.toSorted(byMemory)[0] as number);
  return best
    .toSorted(byMemory)
    .slice(0, count)
    .map((port) => {
      let end = port;
      while (end < PORT_COUNT && !faultAsFirst(end)) end++;
      return { port, pattern: patternOf(port), inARow: end - port };
    });
}

const byMemory = (a: number, b: number) => memorability(b) - memorability(a) || a - b;

/** 'Linux 32768 to 60999', for each of the systems, in the order of the table. */
export function lentBy(wanted: (system: string) => boolean): string[] {
  return siteChoiceData()
    .lent.filter(({ system }) => wanted(system))
    .map(({ high, low, system }) => `${system} ${low} to ${high}`);
}

/** How many ports fail each of the conditions that are asked of everybody. */
export function failures(): { condition: Condition; ports: number }[] {
  const facts = siteChoice();
  return CONDITIONS.filter((condition) => condition.asked(NO_CRITERIA)).map((condition) => {
    let ports = 0;
    for (let port = 0; port < PORT_COUNT; port++)
      if (condition.fails(facts, port, NO_CRITERIA)) ports++;
    return { condition, ports };
  });
}

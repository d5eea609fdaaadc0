/** A choice, what was passed over and a verdict in sentences, the same on the page and in the terminal. */
import { inFigures, inList } from '../../base/english-formats.ts';
import { answersOf } from './answers.ts';
import type { Answer, Choice, Rejection } from './choose.ts';
import { sparersOf } from './conditions.ts';
import type { Criteria } from './criteria.ts';
import type { ChoiceFacts } from './facts.ts';
import { patternOf } from './memorable.ts';

export const nameOf = ({ port, last }: Choice) =>
  port === last ? `${port}` : `${port} to ${last}`;

function counted(number: number, one: string, many: string): string {
  return `${inFigures(number)} ${number === 1 ? one : many}`;
}

export interface Explained {
  /** What holds for each of several choices. */
  shared: string[];
  /** Per choice, what else holds for it. */
  own: string[][];
}

/** Why these: what is true of all is said once. */
export function explainChoices(
  chosen: readonly Choice[],
  criteria: Criteria,
  facts: ChoiceFacts,
): Explained {
  const all = chosen.map((choice) => explainChoice(choice, criteria, facts));
  const [first = []] = all;
  const shared =
    all.length > 1 ? first.filter((text) => all.every((texts) => texts.includes(text))) : [];
  return { shared, own: all.map((texts) => texts.filter((text) => !shared.includes(text))) };
}

/** Where it lies, how its digits read, and all that the verdict says of it. */
function explainChoice({ port, last }: Choice, criteria: Criteria, facts: ChoiceFacts): string[] {
  const pattern = patternOf(port);
  const ports = Array.from({ length: last - port + 1 }, (_, at) => port + at);
  // A profile that changes nothing would only be read.
  const reasons = ports
    .flatMap((one) => answersOf(one, facts).reasons)
    .filter(({ id }) => id !== 'in-profile')
    .map(({ text }) => text);
  const [first = [], ...others] = ports.map((one) => sparersOf(facts, one));
  const sparers = first.filter((system) => others.every((systems) => systems.includes(system)));
  return [
    ...(criteria.near === undefined ? [] : [distance(port, criteria.near)]),
    ...(pattern ? [`Its digits ${pattern.name}.`] : []),
    ...(sparers.length > 0 && !ports.every((one) => facts.holds(one, ['outside']))
      ? [`Outside the default ephemeral ranges of ${inList(sparers)}.`]
      : []),
    ...new Set(reasons),
  ];
}

function distance(port: number, near: number): string {
  if (port === near) return `Just ${near}.`;
  return `${inFigures(Math.abs(port - near))} ${port > near ? 'above' : 'below'} ${near}.`;
}

/** Which condition, on which fact. */
export function explainRejection({ condition, fact, failing, port }: Rejection): string {
  const member = failing === port ? '' : `, because of ${failing}`;
  return `${port}: ${condition.failing}${member}. ${fact}`;
}

/** How many there are to choose from, or why there are none. */
export function summary({ chosen, longest, pool }: Answer, { block, count }: Criteria): string {
  const what = block === 1 ? 'ports' : `blocks of ${inFigures(block)} ports`;
  if (pool === 0) {
    const most = longest ? longest.last - longest.port + 1 : 0;
    const why =
      block > 1 && longest && most < block
        ? ` The longest run has ${inFigures(most)}: ${nameOf(longest)}.`
        : '';
    return `No ${block === 1 ? 'port meets' : `block of ${inFigures(block)} ports meets`} all that you ask.${why}`;
  }
  const few = chosen.length < count ? ' That is all there is room for.' : '';
  const places = block === 1 ? inFigures(pool) : `${inFigures(pool)} possible`;
  return `${inFigures(chosen.length)} of ${places} ${what} that meet all that you ask.${few}`;
}

/** '2,701 taken, 22 listed somewhere'. */
export function passedOverWords({ passedOver }: Answer): string {
  return passedOver
    .toSorted((a, b) => b.ports - a.ports)
    .map(({ condition, ports }) => `${inFigures(ports)} ${condition.failing}`)
    .join(', ');
}

/** What would be gained without a condition that may be dropped. */
export function gainWords({ condition, first, ports }: Gain): string {
  return `${counted(ports, 'more port', 'more ports')} if they may be ${condition.failing}, such as ${first}`;
}
type Gain = Answer['gains'][number];

/**
 * Ports for a new program: those that meet the conditions, in the order of the criteria, and what was
 * passed over on the way.
 */
import { PORT_COUNT } from '../../base/ranges.ts';
import type { Condition } from './conditions.ts';
import type { Criteria } from './criteria.ts';
import type { ChoiceFacts } from './facts.ts';
import { orderOf } from './order.ts';
import { type Survey, survey } from './survey.ts';

export interface Choice {
  port: number;
  /** The last of the block; the port itself where one was asked for. */
  last: number;
}

export interface Rejection {
  /** Where the port or the block would have begun, and the port in it that fails. */
  port: number;
  failing: number;
  condition: Condition;
  fact: string;
}

export interface Answer {
  chosen: Choice[];
  /** How many ports, or beginnings of a block, meet everything. */
  pool: number;
  /** The longest run of ports that may stand in a block. */
  longest: Choice | undefined;
  /** The first that were passed over. */
  rejected: Rejection[];
  /** How many were passed over, by the condition that they failed. */
  passedOver: { condition: Condition; ports: number }[];
  /** How many more there would be without a condition that may be dropped, and the first of them. */
  gains: { condition: Condition; ports: number; first: number }[];
}

const REJECTIONS_TOLD = 8;

export function choose(facts: ChoiceFacts, criteria: Criteria): Answer {
  const found = survey(facts, criteria);
  const runs = runsOf(found);
  const chosen: Choice[] = [];
  const rejected: Rejection[] = [];
  const passedOver = new Map<Condition, number>();
  const order = orderOf(criteria);
  for (const port of order) {
    if (chosen.length === criteria.count) break;
    const last = port + criteria.block - 1;
    if (last >= PORT_COUNT || chosen.some((other) => port <= other.last && other.port <= last))
      continue;
    const fault = faultOf(port, last, found);
    if (!fault) {
      chosen.push({ port, last });
      continue;
    }
    const { condition, failing } = fault;
    passedOver.set(condition, (passedOver.get(condition) ?? 0) + 1);
    if (rejected.length < REJECTIONS_TOLD)
      rejected.push({
        port,
        failing,
        condition,
        fact: condition.fact(facts, failing, criteria.own),
      });
  }
  return {
    chosen,
    pool: countStarts(runs, criteria.block, found),
    longest: runs.toSorted((a, b) => b.last - b.port - (a.last - a.port))[0],
    rejected,
    passedOver: [...passedOver].map(([condition, ports]) => ({ condition, ports })),
    gains: criteria.block === 1 ? gainsOf(found, order) : [],
  };
}

/** The first port of a block that fails, and on what. */
function faultOf(
  port: number,
  last: number,
  { fault, faultAsFirst }: Survey,
): Pick<Rejection, 'condition' | 'failing'> | undefined {
  for (let failing = port; failing <= last; failing++) {
    const condition = failing === port ? faultAsFirst(failing) : fault(failing);
    if (condition) return { condition, failing };
  }
  return undefined;
}

function runsOf({ fault }: Survey): Choice[] {
  const runs: Choice[] = [];
  for (let port = 0; port < PORT_COUNT; port++) {
    if (fault(port)) continue;
    const run = runs.at(-1);
    if (run?.last === port - 1) run.last = port;
    else runs.push({ port, last: port });
  }
  return runs;
}

function countStarts(runs: readonly Choice[], block: number, { faultAsFirst }: Survey): number {
  let starts = 0;
  for (const { port, last } of runs) {
    for (let at = port; at + block - 1 <= last; at++) if (!faultAsFirst(at)) starts++;
  }
  return starts;
}

function gainsOf({ onlyFail }: Survey, order: readonly number[]): Answer['gains'] {
  return [...onlyFail]
    .filter(([{ droppable }, ports]) => droppable && ports.length > 0)
    .map(([condition, ports]) => {
      const some = new Set(ports);
      return {
        condition,
        ports: ports.length,
        first: order.find((port) => some.has(port)) as number,
      };
    });
}

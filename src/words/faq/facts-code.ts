/**
 * The facts as they travel with a page, from which the browser makes the answers in another language:
 * '50123,5,1,9,012,29998' and, where a port has names or dates, an object as JSON behind it. Most of
 * the 65,536 ports have neither.
 */

import { STATUSES } from '../../base/statuses.ts';
import { VERDICT_LEVELS } from '../../base/verdict-levels.ts';
import { FAQ_REASONS, type FaqFacts } from './faq-facts.ts';

const SYSTEMS = ['Linux', 'macOS', 'Windows'] as const;

export function encodeFacts(facts: FaqFacts): string {
  const { better, lenders = [], level, port, reasons, status, ...rest } = facts;
  const places = (all: readonly string[], some: readonly string[]) =>
    some.map((one) => all.indexOf(one)).join('');
  const code = [
    port,
    STATUSES.indexOf(status),
    VERDICT_LEVELS.indexOf(level),
    places(FAQ_REASONS, reasons),
    places(SYSTEMS, lenders),
    better ?? '',
  ].join();
  const named = Object.entries(rest).filter(([, value]) => !Array.isArray(value) || value.length);
  return named.length > 0 ? `${code},${JSON.stringify(Object.fromEntries(named))}` : code;
}

export function decodeFacts(code: string): FaqFacts {
  const brace = code.indexOf('{');
  const [port, status, level, reasons, lenders, better] = (
    brace === -1 ? code : code.slice(0, brace)
  ).split(',');
  const at = <Item>(all: readonly Item[], places = '') =>
    [...places].map((place) => all[Number(place)] as Item);
  return {
    port: Number(port),
    status: STATUSES[Number(status)] ?? 'unassigned',
    services: [],
    transports: [],
    level: VERDICT_LEVELS[Number(level)] ?? 'care',
    reasons: at(FAQ_REASONS, reasons),
    ...(better ? { better: Number(better) } : {}),
    ...(lenders ? { lenders: at(SYSTEMS, lenders) } : {}),
    ...(brace === -1 ? {} : (JSON.parse(code.slice(brace)) as Partial<FaqFacts>)),
  };
}

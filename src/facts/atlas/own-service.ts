/** Whether a port is in use for what it is registered for, so that people expect that service there. */
import { establishedUses, type UseTable } from './known-uses.ts';
import { fold } from './labels.ts';
import type { PortRecord } from './record.ts';

/** By their names, or what the registry says of those without one. */
export const serviceNames = ({ assignments }: Pick<PortRecord, 'assignments'>): string[] => [
  ...new Set(assignments.map(({ description, service }) => service || description)),
];

/** As many port lists as have to agree with IANA where no program bears the registered name. */
const LISTS_NEEDED = 2;

export function servesItsService(
  facts: Pick<PortRecord, 'assignments' | 'labels' | 'page' | UseTable>,
): boolean {
  const { assignments, labels, page } = facts;
  if (assignments.length === 0) return false;
  const agreeing = labels.filter(({ agreement, wide }) => agreement === 'same' && !wide);
  if (new Set(agreeing.map(({ source }) => source)).size >= LISTS_NEEDED) return true;
  const authored = page?.uses.filter(({ kind }) => kind === 'default') ?? [];
  const words = new Set(
    [...authored, ...establishedUses(facts)]
      .flatMap(({ name }) => [name, ...name.split(/\W+/)])
      .map(fold),
  );
  return assignments
    .flatMap(({ description, service }) => [service, description])
    .map(fold)
    .some((name) => name !== '' && words.has(name));
}

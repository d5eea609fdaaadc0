/** What to call a port, from the best name at hand to none. */
import type { Assignment, Label, PortRecord, TimelineEvent } from '../../facts/atlas/record.ts';
import {
  LABEL_KINDS,
  namesBackdoor,
  namesDecoy,
  namesService,
} from '../../facts/registry/source-kinds.ts';

/** 'The Secure Shell (SSH) Protocol', or the service's name where the registry describes nothing. */
export function assignmentTitle({ service, description }: Assignment): string {
  return description || service;
}

/** The services that stand for themselves: aliases of another service here are left out. */
export function mainAssignments({ assignments }: PortRecord): Assignment[] {
  const main = assignments.filter(({ aliasOf }) => aliasOf === undefined);
  return main.length > 0 ? main : assignments;
}

/** Names that lists of services give, the best supported first; ranges too wide to tell are left out. */
export function commonNames({ labels }: Pick<PortRecord, 'labels'>): string[] {
  const names = Map.groupBy(serviceLabels(labels), ({ name }) => plainName(name).toLowerCase());
  const weight = (group: readonly Label[]) => {
    const kinds = new Map(group.map(({ kind, source }) => [source, kind]));
    return [...kinds.values()].reduce((sum, kind) => sum + LABEL_KINDS[kind].weight, 0);
  };
  return [...names.values()]
    .toSorted((a, b) => weight(b) - weight(a))
    .map((group) => plainName(group[0]?.name ?? ''));
}

/** SELinux writes types: 'http_cache_port_t' is called 'http_cache' where no type is meant. */
export const plainName = (name: string) => name.replace(/_port_t$/, '');

/** Labels of this very port that name services, and not what misuses or guards it. */
export function serviceLabels(labels: readonly Label[]): Label[] {
  return labels.filter((label) => !label.wide && namesService(label));
}

export function backdoorLabels(labels: readonly Label[]): Label[] {
  return labels.filter(namesBackdoor);
}

/** The last event that tells who had the port before, for one that nobody has now. */
export function lastOwner({
  timeline,
}: PortRecord): { name: string; event: TimelineEvent } | undefined {
  const event = timeline.findLast(
    ({ name, oldName }) => oldName !== undefined || name !== undefined,
  );
  const name = event?.oldName ?? event?.name;
  return event && name ? { name, event } : undefined;
}

/** When the port was taken away, where that is known. */
export function withdrawal({ timeline }: PortRecord): TimelineEvent | undefined {
  return timeline.findLast(
    ({ kind }) => kind === 'withdrawn' || kind === 'reserved' || kind === 'de-assigned',
  );
}

export function decoyLabels(labels: readonly Label[]): Label[] {
  return labels.filter(namesDecoy);
}

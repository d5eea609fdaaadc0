/** What to call a port, from the best name at hand to none. */
import type { Assignment, Label, PortRecord, TimelineEvent } from '../../facts/atlas/record.ts';

/** 'The Secure Shell (SSH) Protocol', or the service's name where the registry describes nothing. */
export function assignmentTitle({ service, description }: Assignment): string {
  return description || service;
}

/** The services that stand for themselves: aliases of another service here are left out. */
export function mainAssignments({ assignments }: PortRecord): Assignment[] {
  const main = assignments.filter(({ aliasOf }) => aliasOf === undefined);
  return main.length > 0 ? main : assignments;
}

/**
 * How far a book's name for a port can be taken for what people find there: the profiles of games
 * and desktop programs name whatever once asked for the port.
 */
const WEIGHTS: Record<string, number> = {
  debian: 3,
  firewalld: 3,
  wireshark: 3,
  selinux: 2,
  ufw: 2,
  shorewall: 2,
  gufw: 1,
};

/** Names that the books of services give, the best supported first; ranges too wide to tell are left out. */
export function commonNames({ labels }: Pick<PortRecord, 'labels'>): string[] {
  const names = Map.groupBy(serviceLabels(labels), ({ name }) => plainName(name).toLowerCase());
  const weight = (group: readonly Label[]) =>
    [...new Set(group.map(({ source }) => source))].reduce(
      (sum, id) => sum + (WEIGHTS[id] ?? 1),
      0,
    );
  return [...names.values()]
    .toSorted((a, b) => weight(b) - weight(a))
    .map((group) => plainName(group[0]?.name ?? ''));
}

/** SELinux writes types: 'http_cache_port_t' is called 'http_cache' where no type is meant. */
export const plainName = (name: string) => name.replace(/_port_t$/, '');

const NOT_SERVICES = ['rkhunter', 'chkrootkit', 'portsentry'];

/** Whether a book names services, and not what misuses or guards a port. */
export const isServiceBook = (source: string) => !NOT_SERVICES.includes(source);

export function serviceLabels(labels: readonly Label[]): Label[] {
  return labels.filter(({ source, wide }) => !wide && isServiceBook(source));
}

export function backdoorLabels(labels: readonly Label[]): Label[] {
  return labels.filter(({ source }) => source === 'rkhunter' || source === 'chkrootkit');
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
  return labels.filter(({ source }) => source === 'portsentry');
}

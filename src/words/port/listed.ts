/** The names that port lists give to a port, beside its registered name. */
import type { Label, PortRecord } from '../../facts/atlas/record.ts';
import { commonNames, mainAssignments, plainName, serviceLabels } from '../prose/names.ts';

/** 'ajp13 (Wireshark)': each name with the lists that have it; left out is what the registration says. */
export function listedNames(record: PortRecord): string[] {
  const labels = serviceLabels(record.labels);
  return unregisteredNames(record).map((name) => {
    const lists = labels.filter((label) => isCalled(label, name)).map(({ list }) => list);
    return `${name} (${[...new Set(lists)].join(', ')})`;
  });
}

/** Whether a port list has a name that the registry has not. */
export const isListed = (record: PortRecord): boolean => unregisteredNames(record).length > 0;

/** What port lists call it, where that is more than its registered name. */
export function unregisteredNames(record: PortRecord): string[] {
  const registered = new Set(
    mainAssignments(record).flatMap(({ description, service }) =>
      [service, description].map((text) => text.toLowerCase()),
    ),
  );
  return commonNames(record).filter((name) => !registered.has(name.toLowerCase()));
}

const isCalled = (label: Label, name: string) =>
  plainName(label.name).toLowerCase() === name.toLowerCase();

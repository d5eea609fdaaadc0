/** The names that port lists give to a port, beside its registered name. */
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import { commonNames, mainAssignments, plainName, serviceLabels } from '../prose/names.ts';

/** Left out are names that say what the registration says. */
export function listedNames(record: PortRecord): string[] {
  const registered = new Set(
    mainAssignments(record).flatMap(({ description, service }) =>
      [service, description].map((text) => text.toLowerCase()),
    ),
  );
  return commonNames(record).filter((name) => !registered.has(name.toLowerCase()));
}

/** The lists, by their short names, that have one of these names. */
export function listsNaming(
  { labels }: PortRecord,
  names: readonly string[],
  sources: SourceIndex,
): string[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const naming = serviceLabels(labels).filter((label) =>
    wanted.has(plainName(label.name).toLowerCase()),
  );
  return [...new Set(naming.map(({ source }) => sources.get(source)?.short ?? source))];
}

/** A change of the registry, in words. */
import type { ChangeRow } from '../schemas/registry.ts';

/** '22/tcp: ssh (…) was withdrawn'. */
export function changeLine(row: ChangeRow): string {
  const where = row.transport === '' ? row.ports : `${row.ports}/${row.transport}`;
  return `${where}: ${changeInWords(row)}`;
}

/** The same without the port. */
export function changeInWords(row: ChangeRow): string {
  return WORDS[row.change](
    called(row.old, row.old_description),
    called(row.new, row.new_description),
  );
}

const WORDS: Record<ChangeRow['change'], (old: string, now: string) => string> = {
  listed: (_, now) => `newly assigned to ${now}`,
  renamed: (old, now) => `${old} is now called ${now}`,
  reassigned: (old, now) => `was ${old}, is now ${now}`,
  withdrawn: (old) => `${old} was withdrawn`,
  reserved: (old) => `${old} was withdrawn, and the number is reserved`,
};

function called(name: string, description: string): string {
  if (name === '') return `'${description}'`;
  return description === '' || description === name ? name : `${name} (${description})`;
}

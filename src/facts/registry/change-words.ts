/** A change of the registry, in words. */
import type { ChangeRow } from '../schemas/registry.ts';

/** '22/tcp: withdrawn from ssh (…)'. */
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

/** No line begins with a name, which would be capitalised at the beginning of a sentence. */
const WORDS: Record<ChangeRow['change'], (old: string, now: string) => string> = {
  listed: (_, now) => `newly assigned to ${now}`,
  renamed: (old, now) => `renamed from ${old} to ${now}`,
  reassigned: (old, now) => `reassigned from ${old} to ${now}`,
  withdrawn: (old) => `withdrawn from ${old}`,
  reserved: (old) => `withdrawn from ${old} and reserved`,
};

function called(name: string, description: string): string {
  if (name === '') return `'${description}'`;
  return description === '' || description === name ? name : `${name} (${description})`;
}

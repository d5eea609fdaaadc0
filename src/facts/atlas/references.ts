/** '[RFC9110][https://example.org/]' as links, and '[Tim_Berners_Lee]' as a name. */
import type { Reference } from './record.ts';

export function parseReferences(cell: string): Reference[] {
  return [...cell.matchAll(/\[([^\]]+)\]/g)]
    .map((match) => reference(match[1]?.trim() ?? ''))
    .filter((entry) => entry !== undefined);
}

function reference(text: string): Reference | undefined {
  const rfc = /^RFC-?0*(\d+)$/i.exec(text);
  if (rfc) return { label: `RFC ${rfc[1]}`, url: `https://www.rfc-editor.org/rfc/rfc${rfc[1]}` };
  const draft = /^(?:RFC-)?((?:draft|ietf)-[a-z0-9-]+)$/i.exec(text);
  if (draft) {
    const name = draft[1]?.startsWith('draft-') ? draft[1] : `draft-${draft[1]}`;
    return { label: name, url: `https://datatracker.ietf.org/doc/${name}/` };
  }
  if (/^https?:\/\/\S+$/.test(text)) return { label: hostOf(text), url: text };
  // '[n/a]' and '[1]' refer to nothing that a reader could follow.
  if (text === '' || text === 'n/a' || /^\d+$/.test(text)) return undefined;
  return { label: text };
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, '') : address;
}

/** The names behind '[Id]' cells; an id without an entry is still better than nothing. */
export function assigneeNames(
  cell: string,
  people: ReadonlyMap<string, string>,
): string | undefined {
  const names = [...cell.matchAll(ID)].map((match) => nameOf(match[1] ?? '', people));
  return names.length > 0 ? [...new Set(names)].join(', ') : undefined;
}

/** A note that names people by id ('by [Bernie_Volz]'), with their names instead; RFCs stay as they are. */
export function namesForIds(text: string, people: ReadonlyMap<string, string>): string {
  return text.replace(ID, (whole, id: string) =>
    /^RFC|^https?:/.test(id) ? whole : nameOf(id, people),
  );
}

const ID = /\[([^\]]+)\]/g;

function nameOf(id: string, people: ReadonlyMap<string, string>): string {
  return people.get(id) ?? id.replace(/_\d+$/, '').replaceAll('_', ' ');
}

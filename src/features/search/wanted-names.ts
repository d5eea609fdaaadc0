/** The names that the search box knows by heart: as many as there is room for in the script of every page. */
import { TRANSLATED } from '../../base/translated-pages.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';

/** Letters in all; 300 bytes when compressed. */
const ROOM = 560;
/** A longer name takes the room of two. */
const LONGEST = 17;

export function wantedNames(records: readonly PortRecord[]): string {
  // The ports that people look up most, the first of them first.
  const inOrder = TRANSLATED.ports.flatMap((wanted) =>
    records.filter(({ port }) => port === wanted),
  );
  const chosen: string[] = [];
  let room = ROOM;
  for (const { page, port } of inOrder) {
    const name = (page?.title ?? '').replace(/\s*\([^)]*\)/g, '');
    const text = `${port} ${name}`;
    if (name.length > LONGEST || text.length >= room) continue;
    room -= text.length + 1;
    chosen.push(text);
  }
  return chosen.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).join('|');
}

/** The names that the search box knows by heart: as many as there is room for in the script of every page. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { serviceLabels } from '../../words/prose/names.ts';

/** Letters in all; 300 bytes when compressed. */
const ROOM = 560;
/** A longer name takes the room of two. */
const LONGEST = 17;

export function wantedNames(records: readonly PortRecord[]): string {
  const inOrder = records.toSorted((a, b) => lists(b) - lists(a) || a.port - b.port);
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

/** A port that more lists name is looked up more often. */
const lists = ({ labels }: PortRecord) =>
  new Set(serviceLabels(labels).map(({ source }) => source)).size;

/** The names that the search box knows by heart: as many as there is room for in the script of every page. */
import type { PortRecord } from '../atlas/record.ts';
import { serviceLabels } from '../prose/names.ts';

/** Letters in all; 300 bytes when compressed. */
const ROOM = 500;
const LONGEST = 26;

export function wantedNames(records: readonly PortRecord[]): string {
  const inOrder = records.toSorted((a, b) => books(b) - books(a) || a.port - b.port);
  const chosen: string[] = [];
  let room = ROOM;
  for (const { page, port } of inOrder) {
    const text = `${port} ${shortTitle(page?.title ?? '')}`;
    room -= text.length + 1;
    if (room < 0) break;
    chosen.push(text);
  }
  return chosen.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)).join('|');
}

/** A port that more lists name is looked up more often. */
const books = ({ labels }: PortRecord) =>
  new Set(serviceLabels(labels).map(({ source }) => source)).size;

/** 'Consul, ColdFusion and FMTP' is cut to what fits, 'IKE / ISAKMP (IPsec)' to what stands before the bracket. */
function shortTitle(title: string): string {
  if (title.length <= LONGEST) return title;
  const bare = title.replace(/\s*\([^)]*\)/g, '');
  const cut = bare.slice(0, LONGEST + 1).replace(/[,\s]+\S*$/, '');
  return bare.length <= LONGEST ? bare : `${cut} …`;
}

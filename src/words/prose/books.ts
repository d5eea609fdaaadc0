/** What the books say, side by side: a row per book, a cell per transport, IANA first. */
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import { STATUSES } from '../../facts/atlas/status.ts';

export interface BookCell {
  names: { name: string; differs: boolean; range: string | undefined }[];
}

export interface BookRow {
  source: string;
  name: string;
  cells: BookCell[];
}

export interface BookTable {
  transports: string[];
  /** IANA's own words per transport: names, else the status. */
  iana: string[];
  rows: BookRow[];
  /** Whether any book differs from IANA, so that the mark is explained only where it is used. */
  differs: boolean;
}

/** Nothing where no other book says anything of this very port; a range it lies in is told with the verdict. */
export function bookTable(record: PortRecord, sources: SourceIndex): BookTable | undefined {
  const { labels, transports } = record;
  if (labels.every(({ wide }) => wide)) return undefined;
  const columns = transports.map(({ transport }) => transport);
  const rows = [...Map.groupBy(labels, ({ source }) => source)].map(([source, group]) => ({
    source,
    name: sources.get(source)?.short ?? source,
    cells: columns.map((column) => ({
      names: group
        .filter((label) => label.transports.includes(column))
        .map(({ name, agreement, ports, wide }) => ({
          name,
          differs: agreement === 'different',
          range: wide ? ports.replace('-', '–') : undefined,
        })),
    })),
  }));
  return {
    transports: columns,
    iana: transports.map(({ services, status }) => services.join(', ') || STATUSES[status].label),
    rows,
    differs: labels.some(({ agreement }) => agreement === 'different'),
  };
}

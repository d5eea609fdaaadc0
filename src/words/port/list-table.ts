/** What port lists call a port, side by side: a row per list, a cell per transport, IANA first. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { said } from '../messages/said.ts';
import type { Speaker } from '../messages/speaker.ts';
import { STATUS_WORDS } from './status.ts';

interface ListedName {
  name: string;
  differs: boolean;
  range: string | undefined;
}

export interface ListTable {
  transports: string[];
  /** IANA's own words per transport: names, else the status. */
  iana: string[];
  rows: { source: string; name: string; cells: ListedName[][] }[];
  /** Whether any list differs from IANA, so that the mark is explained only where it is used. */
  differs: boolean;
}

/** Nothing where no list names this very port; a range it lies in is told with the verdict. */
export function listTable(record: PortRecord, speaker: Speaker): ListTable | undefined {
  const { labels, transports } = record;
  if (labels.every(({ wide }) => wide)) return undefined;
  const columns = transports.map(({ transport }) => transport);
  const rows = [...Map.groupBy(labels, ({ source }) => source)].map(([source, group]) => ({
    source,
    name: group[0]?.list ?? source,
    cells: columns.map((column) =>
      group
        .filter((label) => label.transports.includes(column))
        .map(({ agreement, name, ports, wide }) => ({
          name,
          differs: agreement === 'different',
          range: wide ? ports.replace('-', '–') : undefined,
        })),
    ),
  }));
  return {
    transports: columns,
    iana: transports.map(
      ({ services, status }) => services.join(', ') || speaker.text(said(STATUS_WORDS[status])),
    ),
    rows,
    differs: labels.some(({ agreement }) => agreement === 'different'),
  };
}

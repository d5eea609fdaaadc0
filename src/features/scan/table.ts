/** The table of a scan: a row a port, every cell as text, and why a port is worth a look. */
import type { VerdictLevel } from '../../base/verdict-levels.ts';
import { STATUS_RULES } from '../../facts/atlas/status.ts';
import { VERDICT_NAMES } from '../../words/verdict-names.ts';
import { judge } from './attention.ts';
import type { Facts, PortFacts } from './facts.ts';
import { endWords } from './far-ends.ts';
import type { FoundPort } from './group.ts';
import type { Attention, Judged } from './judged.ts';

export const COLUMNS = {
  port: 'Port',
  state: 'State',
  process: 'Process',
  address: 'Address',
  registered: 'Registered',
  usual: 'Usually listens',
  verdict: 'Use it yourself?',
  look: 'Worth a look',
} as const;
export type ColumnId = keyof typeof COLUMNS;
export const COLUMN_IDS = Object.keys(COLUMNS) as ColumnId[];

export interface TableRow {
  found: FoundPort;
  cells: Record<ColumnId, string>;
  /** For links: '/22'. Of a range, its first port. */
  page: string;
  attention: Attention;
  worthALook: boolean;
  /** The verdict, where the port is known. */
  level: VerdictLevel | undefined;
}

const UNJUDGED: Judged = { attention: 'fine', reason: '' };

/** Without facts, what was pasted is told all the same. */
export function tableRow(found: FoundPort, facts?: Facts): TableRow {
  const { hosts, port, processes, states, to, transport } = found;
  const known = to === undefined ? facts?.of(port, transport) : undefined;
  const { attention, reason } = known && facts ? judge(found, known, facts) : UNJUDGED;
  return {
    found,
    cells: {
      port: `${port}${to === undefined ? '' : `-${to}`}${transport && '/'}${transport}`,
      state: states.join(', '),
      process: processes.join(', '),
      address: `${addresses(hosts, found.count)}${farWords(found)}`,
      registered: known ? registeredWords(known) : '',
      usual: known?.usual.join(', ') ?? '',
      verdict: known ? VERDICT_NAMES[known.level].toLowerCase() : '',
      look: reason,
    },
    page: `/${port}`,
    attention,
    worthALook: attention !== 'fine',
    level: known?.level,
  };
}

function registeredWords({ registered, status }: PortFacts): string {
  return registered.length > 0 ? registered.join(', ') : STATUS_RULES[status].label;
}

/** Where connections lead; of a listener, who comes is not asked. */
function farWords({ farEnds, listens }: FoundPort): string {
  if (listens !== false || farEnds.length === 0) return '';
  const shown = farEnds.slice(0, SHOWN_ADDRESSES).map(endWords).join(', ');
  return ` → ${shown}${farEnds.length > SHOWN_ADDRESSES ? ', …' : ''}`;
}

const SHOWN_ADDRESSES = 3;

function addresses(hosts: readonly string[], count: number): string {
  const shown = hosts.slice(0, SHOWN_ADDRESSES).join(', ');
  return hosts.length > SHOWN_ADDRESSES ? `${shown}, … (${count} lines)` : shown;
}

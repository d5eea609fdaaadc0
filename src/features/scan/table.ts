/** The table of a scan: a row a port, every cell as text, and why a port is worth a look. */
import { FIRST_DYNAMIC_PORT } from '../../base/ranges.ts';
import type { VerdictLevel } from '../../base/verdict-levels.ts';
import { STATUS_RULES } from '../../facts/atlas/status.ts';
import { VERDICT_NAMES } from '../../words/verdict-names.ts';
import type { Facts, Look, PortFacts } from './facts.ts';
import type { FoundPort } from './group.ts';

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
  worthALook: boolean;
  /** The verdict, where the port is known. */
  level: VerdictLevel | undefined;
}

const LOOK_WORDS: Record<Look | 'dynamic' | 'undocumented', string> = {
  backdoor: 'on a list of historic backdoor ports',
  never: 'never to be exposed to the internet',
  restrict: 'for known addresses only',
  unauthorized: 'unauthorized use reported to IANA',
  dynamic: 'a listener on a dynamic port',
  undocumented: 'a listener that no source documents',
};

/** Without facts, what was pasted is told all the same. */
export function tableRow(found: FoundPort, facts?: Facts): TableRow {
  const { hosts, port, processes, states, to, transport } = found;
  const known = to === undefined ? facts?.of(port, transport) : undefined;
  const looks = known ? looksOf(found, known) : [];
  return {
    found,
    cells: {
      port: `${port}${to === undefined ? '' : `-${to}`}${transport && '/'}${transport}`,
      state: states.join(', '),
      process: processes.join(', '),
      address: addresses(hosts, found.count),
      registered: known ? registeredWords(known) : '',
      usual: known?.usual.join(', ') ?? '',
      verdict: known ? VERDICT_NAMES[known.level].toLowerCase() : '',
      look: looks.map((look) => LOOK_WORDS[look]).join('; '),
    },
    page: `/${port}`,
    worthALook: looks.length > 0,
    level: known?.level,
  };
}

/**
 * Nothing is the matter with a port that nobody listens on; and that no source knows a port matters
 * only where it is sure that somebody does.
 */
function looksOf({ listens, port }: FoundPort, { documented, looks }: PortFacts) {
  if (listens === false) return [];
  const unknown =
    listens !== true
      ? []
      : port >= FIRST_DYNAMIC_PORT
        ? (['dynamic'] as const)
        : documented
          ? []
          : (['undocumented'] as const);
  return [...looks, ...unknown];
}

function registeredWords({ registered, status }: PortFacts): string {
  return registered.length > 0 ? registered.join(', ') : STATUS_RULES[status].label;
}

const SHOWN_ADDRESSES = 3;

function addresses(hosts: readonly string[], count: number): string {
  const shown = hosts.slice(0, SHOWN_ADDRESSES).join(', ');
  return hosts.length > SHOWN_ADDRESSES ? `${shown}, … (${count} lines)` : shown;
}

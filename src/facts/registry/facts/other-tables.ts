/** The smaller tables: who watches a port, amplification, RFCs, hosts counted, home pages, repositories. */
import { compareRows } from '../../../base/port-range.ts';
import type {
  AmplificationRow,
  ExposureRow,
  HomeRow,
  RepositoryRow,
  RfcRow,
  UseRow,
  WatchedRow,
} from '../../schemas/facts.ts';
import { oneTransport } from './attacks.ts';
import type { Decisions } from './decisions.ts';
import { foldName } from './names.ts';
import { type RawRepository, type RawRow, words } from './raw.ts';

const byPort = <Row extends { ports: string; transports: string }>(rows: Row[]) =>
  rows.sort((a, b) => compareRows(oneTransport(a), oneTransport(b)));

/** Rules that are on, counted by port and category; a rule that its file has switched off watches nothing. */
export function rulesOf(
  source: string,
  rows: readonly RawRow[],
  decisions: Decisions,
): WatchedRow[] {
  const on = rows.filter(({ note }) => !/switched off/.test(note ?? ''));
  const groups = Map.groupBy(on, ({ port, transport, role }) => [port, transport, role].join('\0'));
  return [...groups.values()].map((group) => {
    const first = group[0] as RawRow;
    const name = words(first.role);
    const decided = decisions.row(source, first.port, `${name}/${first.transport}`);
    return {
      ports: first.port,
      transports: first.transport,
      source,
      kind: 'rules' as const,
      name,
      count: decided.find(({ field }) => field === 'count')?.value ?? String(group.length),
      path: words(first.path),
    };
  });
}

/** 'T-Pot: dionaea' on a port. */
export function honeypotsOf(rows: readonly RawRow[]): WatchedRow[] {
  return rows.map((row) => ({
    ports: row.port,
    transports: row.transport,
    source: 'honeypots',
    kind: 'honeypot' as const,
    name: words(row.name),
    count: '1',
    path: words(row.path),
  }));
}

export function sortWatched(rows: WatchedRow[]): WatchedRow[] {
  return rows.sort(
    (a, b) =>
      compareRows(oneTransport(a), oneTransport(b)) ||
      (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
      (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) ||
      (a.name < b.name ? -1 : 1),
  );
}

/** '~8-15x' as '8 to 15', '30.8' as it is. */
export function factorOf(cell: string): string {
  return words(cell)
    .replace(/^~/, 'about ')
    .replace(/(\d)x/g, '$1')
    .replace(/(\d)-(\d)/g, '$1 to $2');
}

export function amplificationOf(rows: readonly RawRow[]): AmplificationRow[] {
  return byPort(
    rows.map((row) => {
      const cert = row.path.startsWith('https://www.us-cert.gov');
      const reflectors = words(row.reflectors).replace(/^~/, 'about ');
      return {
        ports: row.port,
        transports: row.transport,
        source: cert ? 'us-cert' : 'amp-research',
        protocol: words(row.name),
        factor: factorOf(row.factor ?? ''),
        reflectors: reflectors.replace(/ \(\d{4}-\d\d\)$/, ''),
        counted: / \((\d{4}-\d\d)\)$/.exec(reflectors)?.[1] ?? '',
        path: words(row.path),
      };
    }),
  );
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** 'TELNET Authentication; August 2000; proposed standard; obsoleted by RFC 1234' */
export function rfcsOf(rows: readonly RawRow[], decisions: Decisions): RfcRow[] {
  return rows
    .map((row) => {
      const decided = decisions.row('rfc-mentions', row.port, row.name ?? '');
      const parts = (row.note ?? '').split('; ');
      const at = parts.findIndex((part) => monthOf(part) !== '');
      const later = parts.slice(at + 1);
      return {
        ports: row.port,
        transports: row.transport,
        rfc: /\d+/.exec(row.name ?? '')?.[0] ?? '',
        title: words(parts.slice(0, at).join('; ')),
        date: decided.find(({ field }) => field === 'date')?.value ?? monthOf(parts[at] ?? ''),
        relation: row.role === 'defines' ? ('defines' as const) : ('mentions' as const),
        status: words(later.find((part) => !part.startsWith('obsoleted')) ?? ''),
        obsoleted_by:
          /^obsoleted by RFC\s?0*(\d+)/.exec(
            later.find((part) => part.startsWith('obsoleted')) ?? '',
          )?.[1] ?? '',
      };
    })
    .sort((a, b) => compareRows(oneTransport(a), oneTransport(b)) || Number(a.rfc) - Number(b.rfc));
}

function monthOf(text: string): string {
  const found = /^(?:\d{1,2} )?([A-Z][a-z]+) (\d{4})$/.exec(text);
  const month = MONTHS.indexOf(found?.[1] ?? '') + 1;
  return found && month > 0 ? `${found[2]}-${String(month).padStart(2, '0')}` : '';
}

export function exposureOf(rows: readonly RawRow[]): ExposureRow[] {
  return byPort(
    rows.flatMap((row) => {
      const told = /^(\d{4}): (\d+)$/.exec(row.note ?? '');
      return told
        ? {
            ports: row.port,
            transports: row.transport,
            source: 'exposure-rapid7',
            name: words(row.name),
            hosts: told[2] ?? '',
            year: told[1] ?? '',
            path: words(row.path),
          }
        : [];
    }),
  );
}

export interface RawHome {
  name: string;
  website: string;
  source: string;
}

/** The home pages of the programs that are in the tables; a list of self-hosted programs has most of them. */
export function homesOf(
  uses: readonly UseRow[],
  homes: readonly RawHome[],
  decisions: Decisions,
): HomeRow[] {
  const decided = ({ name }: RawHome) => decisions.name('programs', name) ?? name;
  const known = new Map(homes.map((home) => [foldName(decided(home)), home.website]));
  const names = [...new Set(uses.map(({ name }) => name))].sort((a, b) => (a < b ? -1 : 1));
  return names.flatMap((name) => {
    const home = known.get(foldName(name));
    return home && /^https?:\/\//.test(home) ? { name, home } : [];
  });
}

/** 'none in repo' is what the collectors wrote; readers are told what it means. */
function licenceOf(cell: string): string {
  if (/not read$/.test(cell) && cell.startsWith('not ')) return 'not read';
  return cell === '' || cell.startsWith('none') ? 'not stated' : cell;
}

/** The repositories that the tables cite, each at the commit that was read. */
export function repositoriesOf(
  cells: readonly string[],
  raw: readonly RawRepository[],
): RepositoryRow[] {
  const cited = new Map<string, { repository: string; commit: string }>();
  for (const cell of cells) {
    for (const [, repository = '', commit = ''] of cell.matchAll(
      /([\w.-]+\/[\w.-]+)@([0-9a-f]{7,40}):/g,
    )) {
      cited.set(`${repository}@${commit}`, { repository, commit });
    }
  }
  return [...cited.values()]
    .map(({ repository, commit }) => {
      const found = raw.find(
        (row) => row.repo === repository && row.commit.startsWith(commit.slice(0, 7)),
      );
      return {
        repository,
        commit: found?.commit ?? commit,
        date: found?.date ?? '',
        licence: licenceOf(words(found?.licence)),
      };
    })
    .sort((a, b) => (a.repository.toLowerCase() < b.repository.toLowerCase() ? -1 : 1));
}

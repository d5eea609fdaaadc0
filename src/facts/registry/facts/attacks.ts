/** What attack tools try where: modules, templates and labs one by one, Exploit-DB as a count. */
import { compareRows } from '../../../base/port-range.ts';
import type { AttackRow, ExploitedRow } from '../../schemas/facts.ts';
import type { Decisions } from './decisions.ts';
import { type RawRow, words } from './raw.ts';

/** Entries of 1999 that describe a configuration ('telnet is enabled'), not a flaw. */
const CONFIGURATION = /^CVE-1999-05\d\d$/;

/** 'CVE-2019-0708; CVE-2019-1181' in order, without those that name no flaw. */
export function cvesOf(cell: string | undefined): string {
  const found = (cell ?? '').match(/CVE-\d{4}-\d{4,}/g) ?? [];
  const [...cves] = new Set(found.filter((cve) => !CONFIGURATION.test(cve)));
  return cves.sort(compareCves).join(' ');
}

function compareCves(a: string, b: string): number {
  const [, yearA, idA] = a.split('-');
  const [, yearB, idB] = b.split('-');
  return Number(yearA) - Number(yearB) || Number(idA) - Number(idB);
}

interface AttackTables {
  metasploit: readonly RawRow[];
  nuclei: readonly RawRow[];
  vulhub: readonly RawRow[];
  routersploit: readonly RawRow[];
  exploitdb: readonly RawRow[];
  /** Our join of CISA's list with the tables. */
  exploited: readonly RawRow[];
}

export function attacksOf(raw: AttackTables, decisions: Decisions): AttackRow[] {
  const exploitedHere = new Set(raw.exploited.map(({ port, cve }) => `${port} ${cve}`));
  const exploited = new Set(raw.exploited.map(({ cve }) => cve));
  const one = (row: RawRow) => ({
    ports: row.port,
    transports: row.transport,
    count: '1',
    path: words(row.path),
  });
  return [
    ...raw.metasploit
      // Whoever includes the HTTP library gets its port with it, meant or not.
      .filter(({ role }) => role !== 'library default (httpclient)')
      .map((row) => ({
        ...one(row),
        source: 'metasploit',
        kind: 'module' as const,
        date: dateOf(row.disclosure_date),
        cves: cvesOf(decidedCves(row, decisions) ?? row.cves),
      })),
    ...raw.nuclei
      .filter(({ role }) => role !== 'honeypot')
      .map((row) => ({
        ...one(row),
        source: 'nuclei-network',
        kind: 'template' as const,
        date: '',
        cves: cvesOf(row.cves),
      })),
    ...raw.vulhub.map((row) => ({
      ...one(row),
      source: 'vulhub',
      kind: 'lab' as const,
      date: '',
      // A lab has ports beside the one that is attacked: what CISA lists counts where the join by hand has it.
      cves: cvesOf(row.cves)
        .split(' ')
        .filter((cve) => !exploited.has(cve) || exploitedHere.has(`${row.port} ${cve}`))
        .join(' '),
    })),
    ...raw.routersploit.map((row) => ({
      ...one(row),
      source: 'routersploit',
      kind: 'module' as const,
      date: '',
      cves: cvesOf(row.note),
    })),
    ...exploitCounts(raw.exploitdb),
  ]
    .map(inColumns)
    .sort(
      (a, b) =>
        compareRows(oneTransport(a), oneTransport(b)) ||
        (a.source === b.source ? 0 : a.source < b.source ? -1 : 1) ||
        (a.path < b.path ? -1 : 1),
    );
}

/** Where a module writes its vulnerabilities in a way that the raw table missed. */
const decidedCves = (row: RawRow, decisions: Decisions) =>
  decisions.row('metasploit', row.port, row.module ?? '').find(({ field }) => field === 'cves')
    ?.value;

const inColumns = (row: AttackRow): AttackRow => ({
  ports: row.ports,
  transports: row.transports,
  source: row.source,
  kind: row.kind,
  date: row.date,
  cves: row.cves,
  count: row.count,
  path: row.path,
});

export const oneTransport = (row: { ports: string; transports: string }) => ({
  ports: row.ports,
  transport: row.transports.split(' ')[0] ?? '',
});

const dateOf = (cell: string | undefined) =>
  /^\d{4}(-\d\d(-\d\d)?)?$/.test(cell ?? '') ? (cell ?? '') : '';

/** Exploit-DB's index names a port and no transport. */
function exploitCounts(rows: readonly RawRow[]): AttackRow[] {
  const groups = Map.groupBy(rows, ({ port }) => port);
  return [...groups.values()].map((group) => {
    const first = group[0] as RawRow;
    const dates = group.map(({ note }) => /\d{4}-\d\d-\d\d$/.exec(note ?? '')?.[0] ?? '');
    return {
      ports: first.port,
      transports: '',
      source: 'exploitdb-2014',
      kind: 'exploits' as const,
      date: dates.sort().at(-1) ?? '',
      cves: '',
      count: String(group.length),
      path: 'files.csv',
    };
  });
}

/** The vulnerabilities of CISA's list that the tables name, once each. */
export function exploitedOf(
  join: readonly RawRow[],
  attacks: readonly AttackRow[],
): ExploitedRow[] {
  const named = new Set(attacks.flatMap(({ cves }) => cves.split(' ')));
  const rows = new Map<string, ExploitedRow>();
  for (const row of join) {
    const cve = row.cve ?? '';
    if (!named.has(cve)) continue;
    rows.set(cve, {
      cve,
      product: words(row.product),
      added: row.date_added ?? '',
      ransomware: /ransomware known/.test(row.note ?? '') ? 'known' : '',
    });
  }
  return [...rows.values()].sort((a, b) => compareCves(a.cve, b.cve));
}

/** What the tables of uses and attacks say of one port, as facts of its record. */
import type {
  AmplificationRow,
  AttackRow,
  ExploitedRow,
  ExposureRow,
  MalwareRow,
  RfcRow,
  UseRow,
  WatchedRow,
  WitnessKind,
} from '../schemas/facts.ts';
import { type Evidence, evidenceOf, pathEvidence, type Standing, standingOf } from './evidence.ts';
import { isWide } from './wide.ts';

/** A program, a game, a device or a vendor's service that uses this port. */
export interface Use {
  name: string;
  /** What the port is for: 'web interface'. Empty where no source says. */
  role: string;
  /** Empty where no source names one. */
  transports: string[];
  /** As the sources write it: '2456-2458' for a port inside a range. */
  ports: string;
  /** Inside a range so wide that it says nothing of this very port. */
  wide: boolean;
  standing: Standing;
  kinds: WitnessKind[];
  evidence: Evidence[];
  /** The home page, where it is known. */
  home?: string;
}

export interface Vulnerability {
  cve: string;
  /** Where CISA lists it as exploited. */
  exploited?: { product: string; since: string; ransomware: boolean };
}

/** A module, template or lab that tries something here; or how many exploits a list has. */
export interface Attack {
  source: string;
  kind: AttackRow['kind'];
  /** 'exploit/multi/http/x', 'CVE-2011-2523', 'gitlab/CVE-2021-22205'; empty for 'exploits'. */
  name: string;
  transports: string[];
  /** When the flaw became known; for 'exploits' the newest of them. Empty where the source does not say. */
  date: string;
  vulnerabilities: Vulnerability[];
  /** More than one only for 'exploits'. */
  count: number;
  evidence: Evidence;
}

export interface Malware {
  source: string;
  name: string;
  kind: MalwareRow['kind'];
  /** 'command and control', 'listens', 'watched for'; empty for shares. */
  does: string;
  transports: string[];
  ports: string;
  wide: boolean;
  /** Of the addresses with a port that the list has for this name, how many are here. */
  share?: { here: number; listed: number };
  year: string;
  evidence: Evidence;
  /** The report that the source rests on. */
  reference?: string;
}

/** Rules of one category that watch this port, or a honeypot that listens on it. */
export interface Watcher {
  source: string;
  kind: WatchedRow['kind'];
  name: string;
  transports: string[];
  ports: string;
  wide: boolean;
  count: number;
  evidence: Evidence;
}

export interface Amplification {
  source: string;
  protocol: string;
  transports: string[];
  factor: string;
  /** As the source writes it; empty where it counted none. */
  reflectors: string;
  counted?: string;
  evidence: Evidence;
}

export interface RfcMention {
  rfc: number;
  title: string;
  date: string;
  relation: RfcRow['relation'];
  transports: string[];
  status: string;
  obsoletedBy?: number;
}

export interface Exposure {
  source: string;
  name: string;
  transports: string[];
  hosts: number;
  year: string;
  evidence: Evidence;
}

const list = (cell: string) => (cell === '' ? [] : cell.split(' '));
const place = (row: { ports: string; transports: string }) => ({
  transports: list(row.transports),
  ports: row.ports,
  wide: isWide(row),
});

/** Established uses first, then those with more kinds of source, narrow before wide, then by name. */
export function usesOf(rows: readonly UseRow[], homes: ReadonlyMap<string, string>): Use[] {
  return rows
    .map((row): Use => {
      const kinds = row.kinds.split(' ') as WitnessKind[];
      const home = homes.get(row.name);
      return {
        name: row.name,
        role: row.role,
        ...place(row),
        standing: standingOf(kinds),
        kinds,
        evidence: evidenceOf(row.evidence),
        ...(home !== undefined && { home }),
      };
    })
    .sort(byStanding);
}

const byStanding = (a: Use, b: Use) =>
  Number(a.wide) - Number(b.wide) ||
  (a.standing === b.standing ? 0 : a.standing === 'established' ? -1 : 1) ||
  b.kinds.length - a.kinds.length ||
  b.evidence.length - a.evidence.length ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

export function attacksOf(
  rows: readonly AttackRow[],
  exploited: ReadonlyMap<string, ExploitedRow>,
): Attack[] {
  return rows.map((row) => ({
    source: row.source,
    kind: row.kind,
    name: attackName(row),
    transports: list(row.transports),
    date: row.date,
    vulnerabilities: list(row.cves).map((cve) => vulnerability(cve, exploited.get(cve))),
    count: Number(row.count),
    evidence: pathEvidence(row.source, row.path),
  }));
}

function vulnerability(cve: string, listed: ExploitedRow | undefined): Vulnerability {
  if (!listed) return { cve };
  const { added: since, product, ransomware } = listed;
  return { cve, exploited: { product, since, ransomware: ransomware === 'known' } };
}

/** What the tool itself calls it, from the path of its file. */
function attackName({ kind, path }: AttackRow): string {
  if (kind === 'exploits') return '';
  if (kind === 'template') return path.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
  if (kind === 'lab') return path.replace(/\/[^/]*$/, '');
  return path
    .replace(/^(?:routersploit\/)?modules\//, '')
    .replace(/\.[a-z]+$/, '')
    .replace(/^exploits\/(?=.*)/, (prefix) => (path.startsWith('modules/') ? 'exploit/' : prefix));
}

export const malwareOf = (rows: readonly MalwareRow[]): Malware[] =>
  rows.map((row) => ({
    source: row.source,
    name: row.name,
    kind: row.kind,
    does: row.does,
    ...place(row),
    ...(row.here !== '' && { share: { here: Number(row.here), listed: Number(row.listed) } }),
    year: row.year,
    evidence: pathEvidence(row.source, row.path),
    ...(row.reference !== '' && { reference: row.reference }),
  }));

export const watchersOf = (rows: readonly WatchedRow[]): Watcher[] =>
  rows.map((row) => ({
    source: row.source,
    kind: row.kind,
    name: row.name,
    ...place(row),
    count: Number(row.count),
    evidence: pathEvidence(row.source, row.path),
  }));

export const amplificationOf = (rows: readonly AmplificationRow[]): Amplification[] =>
  rows.map((row) => ({
    source: row.source,
    protocol: row.protocol,
    transports: list(row.transports),
    factor: row.factor,
    reflectors: row.reflectors,
    ...(row.counted !== '' && { counted: row.counted }),
    evidence: pathEvidence(row.source, row.path),
  }));

export const rfcsOf = (rows: readonly RfcRow[]): RfcMention[] =>
  rows.map((row) => ({
    rfc: Number(row.rfc),
    title: row.title,
    date: row.date,
    relation: row.relation,
    transports: list(row.transports),
    status: row.status,
    ...(row.obsoleted_by !== '' && { obsoletedBy: Number(row.obsoleted_by) }),
  }));

export const exposureOf = (rows: readonly ExposureRow[]): Exposure[] =>
  rows.map((row) => ({
    source: row.source,
    name: row.name,
    transports: list(row.transports),
    hosts: Number(row.hosts),
    year: row.year,
    evidence: pathEvidence(row.source, row.path),
  }));

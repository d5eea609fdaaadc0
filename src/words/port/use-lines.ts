/** The programs, games, devices and services on a port: those that an author found, then those of the tables. */
import { type Evidence, evidenceUrl } from '../../facts/atlas/evidence.ts';
import { establishedUses, reportedUses } from '../../facts/atlas/known-uses.ts';
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import type { Use } from '../../facts/atlas/uses.ts';
import type { Link } from '../messages/said.ts';
import { untoldUses } from './untold-uses.ts';

export interface UseLine {
  name: string;
  home?: string | undefined;
  transports: readonly string[];
  /** In English: what it does here, as an author or a source says it. */
  role: string;
  since?: string | undefined;
  until?: string | undefined;
  /** What kind of use an author calls it; 'default' needs no word. */
  kind?: 'alternative' | 'squatter' | 'malware' | undefined;
  /** The key of an author's source. */
  cited?: string;
  /** Files that say it. */
  accordingTo: readonly Link[];
}

export interface UseLists {
  established: UseLine[];
  reported: UseLine[];
}

/** One file that says so is named beside a use; all are in the JSON. */
const MOST_FILES = 1;

export function useLines(record: PortRecord, sources: SourceIndex): UseLists {
  const authored = (record.page?.uses ?? []).map(authoredLine);
  const untold = (uses: readonly Use[]) =>
    untoldUses(record, uses).map((use) => tableLine(use, sources));
  return {
    established: [...authored, ...untold(establishedUses(record))],
    reported: untold(reportedUses(record)),
  };
}

type AuthoredUse = NonNullable<PortRecord['page']>['uses'][number];

function authoredLine({ kind, name, note, since, source, transport, until }: AuthoredUse): UseLine {
  return {
    name,
    transports: transport,
    role: note ?? '',
    since,
    until,
    kind: kind === 'default' ? undefined : kind,
    cited: source,
    accordingTo: [],
  };
}

function tableLine({ evidence, home, name, role, transports }: Use, sources: SourceIndex): UseLine {
  return { name, home, transports, role, accordingTo: filesOf(evidence, sources) };
}

/** One file of each source. */
function filesOf(evidence: readonly Evidence[], sources: SourceIndex): Link[] {
  const bySource = Map.groupBy(evidence, ({ repository, source }) => repository ?? source);
  return [...bySource.values()].slice(0, MOST_FILES).map(([first]) => {
    const file = first as Evidence;
    const name = file.repository ?? sources.get(file.source)?.short ?? file.source;
    return { name, href: evidenceUrl(file, sources) };
  });
}

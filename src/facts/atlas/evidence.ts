/** How sure a use is, and where its evidence stands. The one place that decides it. */
import type { WitnessKind } from '../schemas/facts.ts';
import type { Source } from '../schemas/sources.ts';

/**
 * 'established' where the program's own code or documents say so, or two kinds of source that do not
 * copy each other; 'reported' otherwise.
 */
export type Standing = 'established' | 'reported';

/** A file that says it. */
export interface Evidence {
  /** The id of a source. */
  source: string;
  /** 'owner/name', where the source has many repositories. */
  repository?: string;
  commit?: string;
  path: string;
}

const KINDS_NEEDED = 2;

export function standingOf(kinds: readonly WitnessKind[]): Standing {
  const counting = new Set(kinds.filter((kind) => kind !== 'old'));
  return counting.has('own') || counting.size >= KINDS_NEEDED ? 'established' : 'reported';
}

/** 'netdata:src/a.go | docker-official:redis/docker@1234567:Dockerfile#L20' */
export function evidenceOf(cell: string): Evidence[] {
  return cell.split(' | ').map((piece) => {
    const end = piece.indexOf(':');
    return pathEvidence(piece.slice(0, end), piece.slice(end + 1));
  });
}

const IN_REPOSITORY = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{7,40}):(.+)$/s;

export function pathEvidence(source: string, text: string): Evidence {
  const [, repository, commit, path] = IN_REPOSITORY.exec(text) ?? [];
  return repository && commit && path
    ? { source, repository, commit, path }
    : { source, path: text };
}

/** As much of a commit as tells it from others: each byte stands on many pages. */
const SHORT = 12;

/** The address of the file as it was when it was read; that of the source where the path is no file. */
export function evidenceUrl(
  { commit, path, repository, source }: Evidence,
  sources: ReadonlyMap<string, Pick<Source, 'url' | 'repository' | 'commit'>>,
): string | undefined {
  if (path.startsWith('https://')) return path;
  const from = sources.get(source);
  const repo = repository ?? from?.repository;
  const at = commit ?? from?.commit;
  // 'a.cfg + b.sh' and '20*/*.csv' are no addresses.
  if (!repo || !at || /[*{]| \+ /.test(path)) return from?.url;
  const [file = '', line] = path.split('#');
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  return `https://github.com/${repo}/blob/${at.slice(0, SHORT)}/${encoded}${line ? `#${line}` : ''}`;
}

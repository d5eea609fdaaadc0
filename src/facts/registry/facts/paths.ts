/** Where a row of a raw table was read, as evidence writes it. */
import type { RawSource } from './raw.ts';

export const repositoryOf = (path: string) => /^([\w.-]+\/[\w.-]+)@[0-9a-f]{7,40}:/.exec(path)?.[1];

/** 'repository:path', as raw tables of several repositories write it, with the commit that was read. */
export function wholePath(path: string, source: RawSource | undefined): string {
  const text = path.trim();
  if (!source || repositoryOf(text)) return text;
  const commits = source.commit.split(/\s*;\s*/);
  const named = source.repo.split(/\s*(?:;| and )\s*/);
  const owner = named[0]?.split('/')[0];
  const repositories = named.map((repo) => (repo.includes('/') ? repo : `${owner}/${repo}`));
  const at = repositories.findIndex(
    (repo) => text.startsWith(`${repo}:`) || text.startsWith(`${repo.split('/')[1]}:`),
  );
  if (at < 0 || repositories.length !== commits.length) return text;
  return `${repositories[at]}@${commits[at]}:${text.slice(text.indexOf(':') + 1)}`;
}

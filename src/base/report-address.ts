/**
 * Where a mistake is reported: the issue form of the repository that package.json names, filled in as
 * far as the page knows. Without a repository it is the form on the page itself, or the words about it.
 */
import manifest from '../../package.json' with { type: 'json' };
import { absolute } from './site-address.ts';

/** The part of package.json that is read here. */
interface Manifest {
  name?: string;
  repository?: string | { url: string };
}

export interface Reporting {
  /** The path of the page; the page of what is not there has none. */
  path?: string | undefined;
  /** Whether the page asks if it was helpful. */
  asks: boolean;
  repository?: string;
}

/** As npm takes it: an address, with `git+` before it and `.git` after it or not, or an object with one. */
export function repositoryIn({ repository }: Manifest): string {
  const url = typeof repository === 'string' ? repository : (repository?.url ?? '');
  const address = url
    .replace(/^git\+/, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
  if (address !== '' && !(URL.canParse(address) && address.startsWith('https://')))
    throw new Error(`package.json: repository is ${url}; it must be an address with https`);
  return address;
}

/** Empty where package.json names none. */
export const REPOSITORY = repositoryIn(manifest);

export function reportAddress({ asks, path, repository = REPOSITORY }: Reporting): string {
  if (repository === '') return asks ? '#feedback' : '/about#corrections';
  const known = new URLSearchParams({ template: 'mistake.yml' });
  const port = path?.match(/\/(\d+)$/)?.[1];
  if (port !== undefined) known.set('port', port);
  if (path !== undefined) known.set('page', absolute(path));
  return `${repository}/issues/new?${known}`;
}

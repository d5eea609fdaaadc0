/** /.well-known/security.txt (RFC 9116): where a weakness is reported, if package.json names a repository. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { REPOSITORY } from '../base/report-address.ts';
import { SITE } from '../base/site-address.ts';
import { SECURITY_TXT } from '../server/files.ts';

/** @param day the newest of the sources: the clock of a build must not show in what it makes */
export function writeSecurityTxt(folder: string, day: string, repository = REPOSITORY): void {
  if (repository === '') return;
  const file = join(folder, SECURITY_TXT);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, securityTxt(day, repository));
}

function securityTxt(day: string, repository: string): string {
  const year = Number(day.slice(0, 4)) + 1;
  return [
    `Contact: ${repository}/security/advisories/new`,
    `Expires: ${year}-${day.slice(5, 7)}-01T00:00:00Z`,
    'Preferred-Languages: en',
    ...(SITE === '' ? [] : [`Canonical: ${SITE}/${SECURITY_TXT}`]),
    '',
  ].join('\n');
}

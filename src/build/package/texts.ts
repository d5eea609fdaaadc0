/** The texts that go with the package: what changed, whose facts these are, and whose code it contains. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../base/folders.ts';
import type { Atlas } from '../../facts/atlas/atlas.ts';
import { recentChanges } from '../../features/exports/changes.ts';
import { capital } from '../../words/prose/words.ts';

const MOST_CHANGES = 200;

/** Ours, then IANA's. */
export function changelog(atlas: Atlas): string {
  const ours = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').trimEnd();
  const days = Map.groupBy(recentChanges(atlas, MOST_CHANGES), ({ date }) => date);
  const theirs = [...days].flatMap(([date, changes]) => [
    '',
    `### ${date}`,
    '',
    ...changes.map(
      ({ ports, text, transports }) =>
        `- ${ports} ${transports.join(', ').toUpperCase()}: ${capital(text)}`,
    ),
  ]);
  const head =
    `The ${MOST_CHANGES} newest changes of IANA's registry, by day. ` +
    'The site has all of them at `/changes`.';
  return [ours, '', '## The registry', '', head, ...theirs, ''].join('\n');
}

export function sourceList(atlas: Atlas): string {
  const entries = [...atlas.sources.values()].map(
    ({ date, licence, name, publisher, url }) =>
      `- ${name}, ${publisher}, ${date}. ${licence}\n  ${url}`,
  );
  const head =
    'Each fact names its source by its id; the facts are under the licence of their source. ' +
    'What this project adds (names, sentences, verdicts) is MIT.';
  return `# Sources\n\n${head}\n\n${entries.join('\n')}\n`;
}

/** The licence of each package of which the bundle contains code. `inputs` are its files. */
export function thirdParty(inputs: readonly string[]): string {
  const folders = inputs.flatMap(
    (file) => file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/)?.[0] ?? [],
  );
  const texts = [...new Set(folders)].sort().map((folder) => licenceOf(join(ROOT, folder)));
  return `The command contains code of these packages.\n\n${texts.join('\n')}`;
}

function licenceOf(folder: string): string {
  const { license, name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const [file] = globSync('{licen[cs]e,LICEN[CS]E}*', { cwd: folder });
  const path = join(folder, file ?? '');
  const text = file && existsSync(path) ? readFileSync(path, 'utf8').trim() : `Licence: ${license}`;
  return `${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`;
}

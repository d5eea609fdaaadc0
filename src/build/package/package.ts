/** Makes the package: bundles, types and texts in a folder, then the tarball as npm packs it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { ROOT } from '../../base/folders.ts';
import { PACKAGE } from '../../base/package-name.ts';
import { openAtlas } from '../../facts/atlas/atlas.ts';
import { openIndex } from '../../package/open-index.ts';
import { indexBytes } from '../../package/stored-index.ts';
import { bundle, OLDEST_NODE } from './bundle.ts';
import { manifestOf, versionOf } from './manifest.ts';
import { changelog, sourceList, thirdParty } from './texts.ts';
import { packageTypes } from './types.ts';

export interface Packed {
  version: string;
  /** The path of the tarball. */
  file: string;
  bytes: number;
}

/** `release` counts the releases of the same facts, from 0. */
export async function makePackage(folder: string, release = 0): Promise<Packed> {
  const work = join(folder, 'package');
  mkdirSync(work, { recursive: true });
  const inputs = Object.keys((await bundle(work)).inputs);
  const { declarations, tooNew } = packageTypes(inputs);
  if (tooNew.length > 0)
    throw new Error(`Node ${OLDEST_NODE} does not have what these use:\n${tooNew.join('\n')}`);
  const atlas = openAtlas();
  const version = versionOf(openIndex(indexBytes(), inflateRawSync).date, release);
  const write = (name: string, text: string) => writeFileSync(join(work, name), text);
  write('package.json', `${JSON.stringify(manifestOf(version), null, 2)}\n`);
  write('index.d.ts', declarations);
  write('README.md', readme());
  write('CHANGELOG.md', changelog(atlas));
  write('SOURCES.md', sourceList(atlas));
  write('THIRD-PARTY.txt', thirdParty(inputs));
  copyFileSync(join(ROOT, 'LICENSE'), join(work, 'LICENSE'));
  chmodSync(join(work, 'portolan.js'), 0o755);
  return { version, ...pack(work, folder) };
}

/** docs/package.md is written with the name that the project has; another name goes in its place. */
const readme = (): string =>
  readFileSync(join(ROOT, 'docs/package.md'), 'utf8')
    .replaceAll("from 'portolan'", `from '${PACKAGE.name}'`)
    .replaceAll(/\bnpx (-y )?portolan\b/g, `npx $1${PACKAGE.name}`)
    .replaceAll('npm install portolan', `npm install ${PACKAGE.name}`);

function pack(work: string, to: string): { file: string; bytes: number } {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', to];
  // npm says where it is; by its name alone Windows starts it only through a shell.
  const { npm_execpath: npm } = process.env;
  const windows = process.platform === 'win32';
  const { error, status, stderr, stdout } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: work, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: work, encoding: 'utf8', shell: windows });
  if (error ?? status !== 0) throw new Error(`npm pack: ${error?.message ?? stderr}`);
  const [{ filename, size }] = JSON.parse(stdout);
  return { file: join(to, filename), bytes: size };
}

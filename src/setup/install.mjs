import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { finish } from './child.mjs';
import { withLock } from './lock.mjs';
import { repairNode } from './node-binary.mjs';
import { findNpm } from './npm.mjs';
import { SetUpError, say } from './report.mjs';

/**
 * What node_modules was last filled from.
 * @typedef {object} Marker
 * @property {string} inputs  see `inputsOf`
 * @property {'full' | 'production'} mode
 */

/**
 * A package in a lockfile, as far as it matters here.
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 */

/** @typedef {{ packages?: Record<string, LockedPackage & Record<string, unknown>> }} Lockfile */

const sections = [
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'peerDependencies',
  'overrides',
];

/**
 * One hash for everything that decides which files belong in node_modules. Scripts and the
 * like are left out: a changed description must not cost an install.
 * @param {string} lockText
 * @param {Record<string, unknown>} manifest
 * @param {string} machine  platform and architecture: some packages carry binaries
 */
export function inputsOf(lockText, manifest, machine) {
  const wanted = sections.map((section) => manifest[section] ?? null);
  return createHash('sha256')
    .update(JSON.stringify([machine, wanted]))
    .update(lockText)
    .digest('hex');
}

/**
 * @param {Marker | undefined} marker
 * @param {string} inputs
 * @param {boolean} dev
 */
export function needsInstall(marker, inputs, dev) {
  if (!marker || marker.inputs !== inputs) return true;
  return dev && marker.mode !== 'full';
}

/**
 * A checkout that once had the development packages keeps them.
 * @param {Marker | undefined} marker
 * @param {boolean} dev
 * @returns {Marker['mode']}
 */
export function modeToInstall(marker, dev) {
  return dev || marker?.mode === 'full' ? 'full' : 'production';
}

/**
 * Whether the lockfile was made for this package.json. If not, npm is to say so.
 * @param {Lockfile} lock
 * @param {Record<string, unknown>} manifest
 */
export function lockFits(lock, manifest) {
  const own = lock.packages?.[''] ?? {};
  return ['dependencies', 'devDependencies'].every((section) =>
    isDeepStrictEqual(own[section] ?? {}, manifest[section] ?? {}),
  );
}

/**
 * Whether npm's own record of node_modules holds all the lockfile asks for on this machine:
 * then somebody ran npm by hand, and there is nothing to install.
 * @param {Lockfile} lock
 * @param {Lockfile} installed
 * @param {Marker['mode']} mode
 * @param {{ platform: string, arch: string }} machine
 */
export function isInstalled(lock, installed, mode, machine) {
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '') return true;
    if (mode === 'production' && wanted.dev) return true;
    const forThisMachine =
      wanted.os?.includes(machine.platform) && wanted.cpu?.includes(machine.arch);
    if ((wanted.optional || wanted.devOptional) && !forThisMachine) return true;
    // Of two optional packages for one machine, only one may suit its C library.
    if (wanted.optional && 'libc' in wanted) return true;
    return installed.packages?.[path]?.version === wanted.version;
  });
}

/**
 * @param {string} root
 * @param {boolean} dev
 */
export async function install(root, dev) {
  if (!needsInstall(readMarker(root), readInputs(root), dev)) return;
  await withLock(root, async (noteWorker) => {
    // Another start may have done it while this one waited.
    const marker = readMarker(root);
    const inputs = readInputs(root);
    if (!needsInstall(marker, inputs, dev)) return;

    const mode = modeToInstall(marker, dev);
    if (!isInstalledByHand(root, mode)) await runNpm(root, mode, noteWorker);
    await repairNode(root);
    writeMarker(root, { inputs, mode });
  });
}

/**
 * @param {string} root
 * @param {Marker['mode']} mode
 * @param {(pid: number) => void} onStart
 */
async function runNpm(root, mode, onStart) {
  const what = mode === 'full' ? 'packages' : 'packages the site needs';
  say(`installing the ${what} (npm ci); this happens once and takes about half a minute`);
  rmSync(markerPath(root), { force: true });

  const { npm_execpath: npmExecPath } = process.env;
  const { execPath, platform } = process;
  const npm = findNpm({ execPath, npmExecPath, platform });
  // --include is said aloud because NODE_ENV=production would leave the development packages out.
  const which = mode === 'full' ? '--include=dev' : '--omit=dev';
  const args = [...npm.before, 'ci', which, '--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await finish(npm.command, args, {
    cwd: root,
    shell: npm.shell,
    stdio: ['ignore', 'ignore', 'inherit'],
    onStart,
  });
  if (code !== 0) {
    const ending = code === -1 ? 'could not be run' : `ended with code ${code}`;
    throw new SetUpError(
      `set-up failed: \`npm ci\` ${ending} in ${root}. Its own messages are above; ` +
        'nothing was started. Try again once that is put right.',
    );
  }
}

/**
 * @param {string} root
 * @param {Marker['mode']} mode
 */
function isInstalledByHand(root, mode) {
  const installed = readJson(join(root, 'node_modules', '.package-lock.json'));
  const lock = readJson(join(root, 'package-lock.json'));
  const manifest = readJson(join(root, 'package.json'));
  if (!installed || !lock || !manifest) return false;
  return lockFits(lock, manifest) && isInstalled(lock, installed, mode, process);
}

/** @param {string} root */
function readInputs(root) {
  try {
    const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return inputsOf(lockText, manifest, `${process.platform}-${process.arch}`);
  } catch (error) {
    throw new SetUpError(`set-up failed: ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {string} root */
function markerPath(root) {
  return join(root, 'node_modules', '.portolan-setup.json');
}

/**
 * @param {string} root
 * @returns {Marker | undefined}
 */
function readMarker(root) {
  return readJson(markerPath(root));
}

/**
 * @param {string} root
 * @param {Marker} marker
 */
function writeMarker(root, marker) {
  writeFileSync(markerPath(root), `${JSON.stringify(marker, null, 2)}\n`);
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined; // Missing or cut short: the same as not there.
  }
}

import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finish } from './child.mjs';
import { SetUpError, say } from './report.mjs';

/** The sources are TypeScript that Node itself runs; this is the version they are written for. */
const neededMajor = 26;

/**
 * The Node that the `node` package of npm puts into node_modules.
 * @param {string} root
 * @param {string} [platform]
 */
export function packageNode(root, platform = process.platform) {
  const name = platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', 'node', 'bin', name);
}

/**
 * The package's Node is preferred even to a newer one: it is the version the tests ran with.
 * @param {{ packaged: string | undefined, own: string, ownVersion: string }} found
 * @returns {string | undefined}
 */
export function chooseNode({ packaged, own, ownVersion }) {
  if (packaged) return packaged;
  return Number.parseInt(ownVersion, 10) >= neededMajor ? own : undefined;
}

/** @param {string} root */
export function findNode(root) {
  const path = packageNode(root);
  return chooseNode({
    packaged: existsSync(path) ? path : undefined,
    own: process.execPath,
    ownVersion: process.versions.node,
  });
}

/**
 * Sees to it, once per install, that there is a Node that runs. npm may have been told not to
 * run install scripts, and this binary arrives by one.
 * @param {string} root
 */
export async function repairNode(root) {
  // Taken away if it does not run, so that later starts need not try it.
  if (!(await runs(packageNode(root)))) rmSync(packageNode(root), { force: true });
  if (findNode(root)) return;

  say(`fetching Node ${neededMajor}, which npm did not (are install scripts off?)`);
  const directory = join(root, 'node_modules', 'node');
  const { output } = await finish(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: directory,
    // The script calls `npm` by name; it may only be known beside the Node in use.
    env: withPath([dirname(process.execPath)]),
  });
  if (await runs(packageNode(root))) return;
  throw new SetUpError(
    `set-up failed: this site needs Node ${neededMajor}, this is Node ${process.versions.node}, and the one ` +
      `from npm's \`node\` package could not be had. Install Node ${neededMajor} or later and ` +
      `try again.\n${output.trim()}`,
  );
}

/** @param {string} path */
async function runs(path) {
  if (!existsSync(path)) return false;
  return (await finish(path, ['--version'], { timeout: 20_000 })).code === 0;
}

/**
 * The environment with directories put first in PATH. On Windows the variable may be `Path`,
 * and two spellings of it in one environment would be a lottery.
 * @param {string[]} directories
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [platform]
 * @returns {NodeJS.ProcessEnv}
 */
export function withPath(directories, env = process.env, platform = process.platform) {
  const name =
    (platform === 'win32' && Object.keys(env).find((key) => key.toUpperCase() === 'PATH')) ||
    'PATH';
  const path = [...directories, env[name]].filter(Boolean);
  return { ...env, [name]: path.join(platform === 'win32' ? ';' : ':') };
}

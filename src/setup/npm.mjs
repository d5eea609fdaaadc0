import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * How to start npm: a command, the arguments that go before npm's own, and whether it needs a shell.
 * @typedef {{ command: string, before: string[], shell: boolean }} Npm
 */

/**
 * npm as the script it is, run by the Node in use, avoids `npm.cmd` and its quoting on Windows.
 * `npm_execpath` may name another package manager, or `npx-cli.js` beside `npm-cli.js`.
 * @typedef {(path: string) => boolean} Exists
 * @param {{ execPath: string, npmExecPath: string | undefined, platform: string, exists?: Exists }} machine
 * @returns {Npm}
 */
export function findNpm({ execPath, npmExecPath, platform, exists = existsSync }) {
  const nodeDirectory = dirname(execPath);
  const scripts = [
    join(nodeDirectory, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(nodeDirectory, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  if (npmExecPath && /^np[mx]-cli\.[cm]?js$/.test(basename(npmExecPath))) {
    scripts.unshift(join(dirname(npmExecPath), 'npm-cli.js'));
  }
  const script = scripts.find((path) => exists(path));
  if (script) return { command: execPath, before: [script], shell: false };
  // Node refuses to start a .cmd file without a shell.
  return platform === 'win32'
    ? { command: 'npm.cmd', before: [], shell: true }
    : { command: 'npm', before: [], shell: false };
}

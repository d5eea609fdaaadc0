import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './child.mjs';
import { install } from './install.mjs';
import { findNode, withPath } from './node-binary.mjs';
import { SetUpError, say } from './report.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Installs what is missing, then runs the script with the Node it is written for.
 * @param {import('./arguments.mjs').Request} request
 * @returns {Promise<number>} the exit code to end with
 */
export async function start({ dev, browser, script, args }) {
  try {
    await install(root, dev);
    const node = findNode(root);
    if (!node)
      throw new SetUpError('the installed Node is gone: delete node_modules and try again');
    const env = withPath([dirname(node), join(root, 'node_modules', '.bin')]);
    if (browser) {
      // Loaded only now: most starts do not need it.
      const { findBrowser } = await import('./browser.mjs');
      const found = await findBrowser(root, node);
      if (found) Object.assign(env, { PORTOLAN_CHROMIUM: found });
    }
    return await handOver(node, [resolve(root, script), ...args], env);
  } catch (error) {
    if (error instanceof SetUpError) {
      say(error.message);
      return error.exitCode;
    }
    // What the system refuses (a folder that may not be written, a full disk) explains itself.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    say(`set-up failed: ${error.message}`);
    return 1;
  }
}

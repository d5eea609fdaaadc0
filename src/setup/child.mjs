import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { SetUpError } from './report.mjs';

/**
 * @typedef {object} Finished
 * @property {number} code    -1 if it could not be started or was killed
 * @property {string} output  what it printed on the streams that were piped
 */

/**
 * Runs a command to its end. An interrupt ends the command first and then set-up, by an
 * exception, so that the caller's `finally` still runs (a lock is given back).
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onStart?: (pid: number) => void }} [options]
 * @returns {Promise<Finished>}
 */
export function finish(command, args, { onStart, ...options } = {}) {
  return new Promise((resolve, reject) => {
    let output = '';
    /** @type {NodeJS.Signals | undefined} */
    let interrupted;
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      killSignal: 'SIGKILL',
      ...options,
    });
    if (child.pid !== undefined) onStart?.(child.pid);
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);

    /** @param {NodeJS.Signals} signal */
    const interrupt = (signal) => {
      interrupted = signal;
      child.kill(signal);
    };
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
    const settle = (/** @type {number} */ code) => {
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      if (interrupted) reject(new SetUpError('interrupted', exitCodeOf(null, interrupted)));
      else resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      settle(-1);
    });
    child.once('close', (code) => settle(code ?? -1));
    // A grandchild that keeps a pipe open must not keep set-up waiting.
    child.once('exit', (code) => setTimeout(settle, 1000, code ?? -1).unref());
  });
}

/**
 * Runs the command set-up was asked for, as if it had been started in set-up's place.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code to end with
 */
export function handOver(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env });
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      // Ctrl-C in a terminal reaches the child too. A second one at once would be taken for
      // impatience, so there it is passed on only if the child has not gone by itself.
      const delay = signal === 'SIGINT' && process.stdin.isTTY ? 3000 : 0;
      setTimeout(() => child.kill(signal), delay).unref();
    };
    process.on('SIGINT', forward).on('SIGTERM', forward).on('SIGHUP', forward);
    stopWithNpm(() => child.kill('SIGTERM'));
    child.once('error', (error) => {
      process.stderr.write(`portolan: could not start ${command}: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(exitCodeOf(code, signal)));
  });
}

/**
 * npm, told to end, ends the shell it started us with, and that shell passes nothing on. So a
 * start by npm ends when its parent is gone; otherwise a server would keep its port.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
  const { npm_lifecycle_event: startedByNpm } = process.env;
  if (!startedByNpm) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    stop();
  }, 500);
  look.unref();
}

/**
 * A shell's convention: 128 and the signal's number.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCodeOf(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

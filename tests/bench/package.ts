/** The package as it is installed: its size, and how long the command takes with the machine's own Node. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installPackage, nodeOfMachine } from '../helpers/package.ts';
import { figure, median } from './print.ts';

const RUNS = 9;

export async function benchPackage(): Promise<void> {
  const installed = await installPackage();
  const windows = process.platform === 'win32';
  const seconds = (command: string, args: string[], shell = false) => {
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now();
      spawnSync(command, args, { cwd: installed.project, shell });
      return (performance.now() - start) / 1000;
    });
    return median(times).toFixed(2);
  };
  const script = join(installed.folder, 'portolan.js');
  const bin = join(installed.project, 'node_modules/.bin', windows ? 'portolan.cmd' : 'portolan');
  try {
    figure('packed', installed.bytes / 1000, 'kB');
    figure('node, doing nothing', seconds(nodeOfMachine(), ['--eval', '']), 's, median of 9');
    figure(
      'portolan 443, by that Node',
      seconds(nodeOfMachine(), [script, '443']),
      's, median of 9',
    );
    figure('portolan 443, by its name', seconds(bin, ['443'], windows), 's, median of 9');
    figure('npx portolan 443', seconds('npx', ['portolan', '443'], windows), 's, median of 9');
  } finally {
    installed.remove();
  }
}

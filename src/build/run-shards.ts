/**
 * Runs the builds of all shards side by side and adds up what they report. Each begins when the one
 * before it has bundled the site: bundling takes most of the memory and both cores, rendering takes one.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ShardReport {
  done: number;
  total: number;
}

interface Message extends Partial<ShardReport> {
  /** What the process holds now, in bytes. */
  memory?: number;
}

/** Enough for a build, and little enough that garbage is collected in time. */
const LEAN_HEAP = ['--max-old-space-size=300', '--max-semi-space-size=8'];

/** The bundler's threads keep memory that they no longer need; glibc gives it back when told to. */
const LEAN_MALLOC = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };

const PROCESS = fileURLToPath(new URL('./shard-process.ts', import.meta.url));

/** Each shard writes to the folder of its index; the first failure ends them all. */
export async function runShards(
  folders: string[],
  onProgress: (done: number, total: number) => void,
): Promise<ShardReport & { peakMemory: number }> {
  const reports = folders.map(() => ({ done: 0, total: 0, memory: 0 }));
  const sum = (key: 'done' | 'total' | 'memory') =>
    reports.reduce((total, report) => total + report[key], 0);
  let peakMemory = 0;
  const stop = new AbortController();
  const runs: Promise<void>[] = [];

  function start(index: number): void {
    const folder = folders[index];
    const report = reports[index];
    if (folder === undefined || report === undefined) return;
    const run = runShard(folder, `${index}/${folders.length}`, stop.signal, (message) => {
      const bundled = report.total === 0 && (message.total ?? 0) > 0;
      Object.assign(report, message);
      peakMemory = Math.max(peakMemory, sum('memory') + process.memoryUsage.rss());
      if (bundled) start(index + 1);
      if (reports.every(({ total }) => total > 0)) onProgress(sum('done'), sum('total'));
    });
    runs.push(
      run.finally(() => {
        report.memory = 0;
      }),
    );
  }

  try {
    start(0);
    // Each run may start another: all are awaited in the order of their start.
    for (let index = 0; index < runs.length; index++) await runs[index];
  } catch (error) {
    stop.abort();
    await Promise.allSettled(runs);
    throw error;
  }
  return { done: sum('done'), total: sum('total'), peakMemory };
}

function runShard(
  folder: string,
  shard: string,
  signal: AbortSignal,
  onMessage: (message: Message) => void,
): Promise<void> {
  const child = fork(PROCESS, {
    signal,
    execArgv: LEAN_HEAP,
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: {
      ...process.env,
      ...LEAN_MALLOC,
      NODE_ENV: 'production',
      PORTOLAN_SHARD: shard,
      PORTOLAN_OUT: folder,
    },
  });
  const errors: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
  child.on('message', (message) => onMessage(message as Message));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, endedBy) => {
      if (code === 0) resolve();
      else {
        const how = endedBy ?? `exit code ${code}`;
        reject(
          new BuildError(`the build of shard ${shard} failed (${how})\n${Buffer.concat(errors)}`),
        );
      }
    });
  });
}

export class BuildError extends Error {}

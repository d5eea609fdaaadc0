/** Runs the builds of all shards at once and adds up what they report. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ShardReport {
  done: number;
  total: number;
  peakMemory: number;
}

/** Enough for a build, and little enough that garbage is collected in time. */
const HEAP_MEGABYTES = 380;

const PROCESS = fileURLToPath(new URL('./shard-process.ts', import.meta.url));

/** Each shard writes to the folder of its index; the first failure ends them all. */
export async function runShards(
  folders: string[],
  onProgress: (done: number, total: number) => void,
): Promise<ShardReport> {
  const reports: ShardReport[] = folders.map(() => ({ done: 0, total: 0, peakMemory: 0 }));
  const sum = (key: keyof ShardReport) => reports.reduce((total, report) => total + report[key], 0);
  const stop = new AbortController();
  const runs = folders.map((folder, index) =>
    runShard(folder, `${index}/${folders.length}`, stop.signal, (message) => {
      Object.assign(reports[index] ?? {}, message);
      if (reports.every(({ total }) => total > 0)) onProgress(sum('done'), sum('total'));
    }),
  );
  try {
    await Promise.all(runs);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(runs);
    throw error;
  }
  return { done: sum('done'), total: sum('total'), peakMemory: sum('peakMemory') };
}

function runShard(
  folder: string,
  shard: string,
  signal: AbortSignal,
  onMessage: (message: Partial<ShardReport>) => void,
): Promise<void> {
  const child = fork(PROCESS, {
    signal,
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      // The bundler's threads each hold on to memory of their own; with fewer arenas, 100 MB less.
      MALLOC_ARENA_MAX: '2',
      PORTOLAN_SHARD: shard,
      PORTOLAN_OUT: folder,
    },
  });
  const errors: Buffer[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk));
  child.on('message', (message) => onMessage(message as Partial<ShardReport>));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, endedBy) => {
      if (code === 0) resolve();
      else
        reject(
          new BuildError(
            `the build of shard ${shard} failed (${endedBy ?? `exit code ${code}`})\n${Buffer.concat(errors)}`,
          ),
        );
    });
  });
}

export class BuildError extends Error {}

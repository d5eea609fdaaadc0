/** Acknowledged means stored, and how fast: 200 readers for 60 s with 20 SIGKILLs, then without, with both stores. */
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openPostgres } from '../../src/feedback/postgres-store.ts';
import { SQLITE_FILE } from '../../src/feedback/settings.ts';
import { openSqlite } from '../../src/feedback/sqlite-store.ts';
import { type CrashOptions, crashAgainAndAgain } from '../helpers/feedback/crash.ts';
import { type Load, newLoad, runLoad } from '../helpers/feedback/load.ts';
import { startPostgres } from '../helpers/feedback/postgres-server.ts';
import { startProcess } from '../helpers/feedback/process.ts';
import { figure } from './print.ts';

const CLIENTS = 200;
const KILLS = 20;
const SECONDS = 60;
const STEADY_SECONDS = 20;
const WARM_UP = 3000;
/** Requests a second, a fifth of them wrong: 3,200 answers to store. */
const PACE = 4000;

type Place = Pick<CrashOptions, 'env' | 'openStore'>;

export async function benchFeedback(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-bench-'));
  const place = (name: string): Place => {
    const data = join(folder, name);
    return {
      env: { PORTOLAN_DATA: data },
      openStore: () => openSqlite(join(data, SQLITE_FILE)),
    };
  };
  await crashes('SQLite', place('crash'));
  await steady('SQLite', place('fast'));
  await steady('SQLite', place('fresh'), { fresh: true });
  await steady('SQLite', place('paced'), { rate: PACE });
  rmSync(folder, { recursive: true });
  for (const bench of [crashes, steady, fresh, paced]) {
    const server = await startPostgres();
    await bench('PostgreSQL', {
      env: { DATABASE_URL: server.url },
      openStore: () => openPostgres(server.url),
    });
    await server.remove();
  }
}

const fresh = (name: string, place: Place) => steady(name, place, { fresh: true });
const paced = (name: string, place: Place) => steady(name, place, { rate: PACE });

async function crashes(name: string, place: Place): Promise<void> {
  const milliseconds = (SECONDS / KILLS) * 1000;
  const options = { ...place, clients: CLIENTS, kills: KILLS, milliseconds };
  const { acknowledged, found, load, lost, seconds, twice } = await crashAgainAndAgain(options);
  const what = `${name}, ${KILLS} × SIGKILL in ${SECONDS} s, ${CLIENTS} clients`;
  figure(`${what}: acknowledged`, acknowledged);
  figure(`${what}: found`, found);
  figure(`${what}: lost`, lost);
  figure(`${what}: twice`, twice);
  figures(what, load, seconds);
}

interface Pace {
  rate?: number;
  fresh?: boolean;
}

async function steady(name: string, { env }: Place, pace: Pace = {}): Promise<void> {
  const service = await startProcess(env);
  const run = async (load: Load, milliseconds: number) => {
    const began = performance.now();
    const until = AbortSignal.timeout(milliseconds);
    await runLoad(load, { port: service.port, clients: CLIENTS, until, ...pace });
    return (performance.now() - began) / 1000;
  };
  await run(newLoad(), WARM_UP);
  const load = newLoad();
  const disk = watchDisk();
  const seconds = await run(load, STEADY_SECONDS * 1000);
  const syncs = await disk.end();
  await service.stop();
  const speed = pace.rate === undefined ? 'as fast as it goes' : `${pace.rate} requests a second`;
  const connections = pace.fresh ? ', a connection each' : '';
  const what = `${name}, ${CLIENTS} clients, ${speed}${connections}`;
  figures(what, load, seconds);
  figure(`${what}: the disk’s own fsync, p99`, quantile(syncs, 0.99), 'ms');
  figure(`${what}: the disk’s own fsync, slowest`, quantile(syncs, 1), 'ms');
}

/** No answer can be faster than the disk: how long it takes, meanwhile, to keep four kilobytes. */
function watchDisk(): { end: () => Promise<number[]> } {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-disk-'));
  const times: number[] = [];
  let ended = false;
  const watching = (async () => {
    const file = await open(join(folder, 'file'), 'w');
    const bytes = Buffer.alloc(4096);
    while (!ended) {
      await file.write(bytes, 0, bytes.length, 0);
      const began = performance.now();
      await file.datasync();
      times.push(performance.now() - began);
      await wait(100);
    }
    await file.close();
    rmSync(folder, { recursive: true });
  })();
  return {
    end: async () => {
      ended = true;
      await watching;
      return times;
    },
  };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function figures(what: string, { acknowledged, times, wrong }: Load, seconds: number): void {
  figure(`${what}: stored`, acknowledged.size / seconds, 'a second');
  figure(`${what}: requests`, times.length / seconds, 'a second');
  figure(`${what}: median`, quantile(times, 0.5), 'ms');
  figure(`${what}: p99`, quantile(times, 0.99), 'ms');
  figure(`${what}: slowest`, quantile(times, 1), 'ms');
  figure(`${what}: answered wrongly`, wrong.length);
  figure(`${what}: load of the machine`, loadavg()[0] ?? 0);
}

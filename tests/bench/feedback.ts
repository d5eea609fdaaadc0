/** Acknowledged means stored, and how fast: 200 readers for 60 s with 20 SIGKILLs, then without, with both stores. */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
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
  await steady('SQLite', place('paced'), PACE);
  rmSync(folder, { recursive: true });
  for (const bench of [crashes, steady, paced]) {
    const server = await startPostgres();
    await bench('PostgreSQL', {
      env: { DATABASE_URL: server.url },
      openStore: () => openPostgres(server.url),
    });
    await server.remove();
  }
}

const paced = (name: string, place: Place) => steady(name, place, PACE);

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

async function steady(name: string, { env }: Place, rate?: number): Promise<void> {
  const service = await startProcess(env);
  const run = async (load: Load, milliseconds: number) => {
    const began = performance.now();
    const until = AbortSignal.timeout(milliseconds);
    const pace = rate === undefined ? {} : { rate };
    await runLoad(load, { port: service.port, clients: CLIENTS, until, ...pace });
    return (performance.now() - began) / 1000;
  };
  await run(newLoad(), WARM_UP);
  const load = newLoad();
  const seconds = await run(load, STEADY_SECONDS * 1000);
  await service.stop();
  const pace = rate === undefined ? 'as fast as it goes' : `${rate} requests a second`;
  figures(`${name}, ${CLIENTS} clients, ${pace}`, load, seconds);
}

function figures(what: string, { acknowledged, times, wrong }: Load, seconds: number): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  figure(`${what}: stored`, acknowledged.size / seconds, 'a second');
  figure(`${what}: requests`, sorted.length / seconds, 'a second');
  figure(`${what}: median`, at(0.5), 'ms');
  figure(`${what}: p99`, at(0.99), 'ms');
  figure(`${what}: slowest`, sorted.at(-1) ?? 0, 'ms');
  figure(`${what}: answered wrongly`, wrong.length);
  figure(`${what}: load of the machine`, loadavg()[0] ?? 0);
}

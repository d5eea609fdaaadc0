/** A load while something goes wrong around the service; then every acknowledged answer is looked for. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { openPostgres } from '../../src/feedback/postgres-store.ts';
import { SQLITE_FILE } from '../../src/feedback/settings.ts';
import { openSqlite } from '../../src/feedback/sqlite-store.ts';
import type { Store } from '../../src/feedback/store.ts';
import { type Load, newLoad, runLoad } from '../helpers/feedback/load.ts';
import { startPostgres } from '../helpers/feedback/postgres-server.ts';
import { startProcess } from '../helpers/feedback/process.ts';
import { readAll, startService } from '../helpers/feedback/service.ts';
import { figure } from './print.ts';

const CLIENTS = 50;
/** Enough to see what happens, and little enough that the disk fills slowly. */
const PACE = 1000;
const YEAR = 365 * 86_400_000;

export async function benchFeedbackTrouble(): Promise<void> {
  await disk();
  await readOnly();
  await locked();
  await postgresAway();
  await clock();
}

/** A disk of its own, of a few megabytes, which only root can make. */
async function disk(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-disk-'));
  const mount = (options: string) =>
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]).status === 0;
  if (!mount('size=3m')) {
    figure('disk full: skipped', 'not root');
    rmSync(folder, { recursive: true });
    return;
  }
  const openStore = () => openSqlite(join(folder, SQLITE_FILE));
  try {
    await inTrouble(
      'disk full for 5 s, then larger',
      { PORTOLAN_DATA: folder },
      openStore,
      async () => {
        await wait(13_000);
        mount('remount,size=200m');
      },
    );
  } finally {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  }
}

/**
 * Immutable, as only root can make it: even who has it open cannot write any more. But for the index
 * of the journal, which is mapped into memory: a map that cannot be written ends any process.
 */
async function readOnly(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-readonly-'));
  const file = join(folder, SQLITE_FILE);
  const change = (how: string) => spawnSync('chattr', [how, file, `${file}-wal`]).status === 0;
  await inTrouble(
    'file read-only for 5 s',
    { PORTOLAN_DATA: folder },
    () => openSqlite(file),
    async () => {
      await wait(1000);
      if (!change('+i')) figure('file read-only: could not be done', 'not root');
      await wait(5000);
      change('-i');
    },
  );
  rmSync(folder, { recursive: true });
}

async function locked(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-locked-'));
  const openStore = () => openSqlite(join(folder, SQLITE_FILE));
  await inTrouble('file locked for 8 s', { PORTOLAN_DATA: folder }, openStore, async () => {
    await wait(1000);
    const other = new DatabaseSync(join(folder, SQLITE_FILE), { timeout: 5000 });
    other.exec('BEGIN IMMEDIATE');
    await wait(8000);
    other.exec('ROLLBACK');
    other.close();
  });
  rmSync(folder, { recursive: true });
}

async function postgresAway(): Promise<void> {
  const server = await startPostgres();
  const openStore = () => openPostgres(server.url);
  for (const how of ['fast', 'immediate'] as const) {
    const what = `PostgreSQL stopped (${how}) for 3 s, three times`;
    await inTrouble(what, { DATABASE_URL: server.url }, openStore, async () => {
      for (let turn = 0; turn < 3; turn++) {
        await wait(1000);
        await server.stop(how);
        await wait(3000);
        await server.start();
      }
    });
  }
  await server.remove();
}

/** The clock of this process cannot be set, so the service is told another time. */
async function clock(): Promise<void> {
  let jump = 0;
  const service = await startService({ now: () => new Date(Date.now() + jump) });
  const jumping = setInterval(() => {
    jump = (Math.random() - 0.5) * 100 * YEAR;
  }, 50);
  const load = newLoad();
  const until = AbortSignal.timeout(6000);
  await runLoad(load, { port: service.port, clients: CLIENTS, until, rate: PACE });
  clearInterval(jumping);
  report('clock jumps 20 times a second', load, await lost(load, () => openSqlite(service.file)));
  await service.close();
}

async function inTrouble(
  what: string,
  env: Record<string, string>,
  openStore: () => Promise<Store>,
  trouble: () => Promise<void>,
): Promise<void> {
  const service = await startProcess(env);
  const load = newLoad();
  const stop = new AbortController();
  const running = runLoad(load, {
    port: service.port,
    clients: CLIENTS,
    until: stop.signal,
    rate: PACE,
  });
  await trouble();
  const before = load.acknowledged.size;
  const began = performance.now();
  while (load.acknowledged.size === before && performance.now() - began < 30_000) await wait(10);
  figure(`${what}: well again after`, performance.now() - began, 'ms');
  await wait(1500);
  stop.abort();
  await running;
  const code = await service.stop();
  report(what, load, await lost(load, openStore));
  figure(`${what}: the service ended with code`, String(code));
}

async function lost({ acknowledged }: Load, openStore: () => Promise<Store>): Promise<number> {
  const notes = new Set((await readAll(openStore)).map(({ note }) => note));
  return [...acknowledged].filter((note) => !notes.has(note)).length;
}

function report(what: string, { acknowledged, statuses, times, wrong }: Load, count: number): void {
  figure(`${what}: acknowledged`, acknowledged.size);
  figure(`${what}: lost`, count);
  figure(`${what}: told to come back (503)`, statuses.get(503) ?? 0);
  figure(`${what}: answered wrongly`, wrong.length);
  figure(
    `${what}: slowest answer`,
    times.reduce((a, b) => Math.max(a, b), 0),
    'ms',
  );
}

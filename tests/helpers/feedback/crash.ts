/** Acknowledged means stored: a load, a SIGKILL in the middle of it, a restart, and a look at every answer. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../../../src/feedback/store.ts';
import { type Load, newLoad, runLoad } from './load.ts';
import { startProcess } from './process.ts';

export interface CrashOptions {
  env: Record<string, string>;
  openStore: () => Promise<Store>;
  kills: number;
  /** Of load, before each kill. */
  milliseconds: number;
  clients: number;
  rate?: number;
}

export interface CrashReport {
  load: Load;
  acknowledged: number;
  found: number;
  lost: number;
  twice: number;
  /** Of load, all together. */
  seconds: number;
}

export async function crashAgainAndAgain(options: CrashOptions): Promise<CrashReport> {
  const { clients, env, kills, milliseconds, openStore, rate } = options;
  const load = newLoad();
  let seconds = 0;
  let found = { found: 0, lost: 0, twice: 0 };
  let service = await startProcess(env);
  for (let kill = 0; kill < kills; kill++) {
    const began = performance.now();
    const { port } = service;
    const running = runLoad(load, {
      port,
      clients,
      until: new AbortController().signal,
      ...(rate === undefined ? {} : { rate }),
    });
    await wait(milliseconds);
    await service.kill();
    await running;
    seconds += (performance.now() - began) / 1000;
    service = await startProcess(env);
    const seen = await lookFor(load.acknowledged, await openStore());
    found = {
      found: seen.found,
      lost: Math.max(found.lost, seen.lost),
      twice: Math.max(found.twice, seen.twice),
    };
  }
  await service.stop();
  return { load, acknowledged: load.acknowledged.size, ...found, seconds };
}

async function lookFor(acknowledged: ReadonlySet<string>, store: Store) {
  const counts = new Map<string, number>();
  for await (const { note } of store.answers()) counts.set(note, (counts.get(note) ?? 0) + 1);
  await store.close();
  const found = [...acknowledged].filter((note) => counts.has(note)).length;
  const twice = [...counts.values()].filter((count) => count > 1).length;
  return { found, lost: acknowledged.size - found, twice };
}

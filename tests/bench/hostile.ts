/**
 * What attacks cost other readers. For each: how many requests a second the attacker gets through, how
 * long an ordinary reader waits before and meanwhile, and what the server holds of the memory. Then a
 * realistic mix over the whole site, alone and with all attacks beside it.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DIST } from '../../src/base/folders.ts';
import { beginAttack } from '../helpers/hostile/attacker.ts';
import { ATTACKS } from '../helpers/hostile/attacks.ts';
import { type Readers, runReaders } from '../helpers/hostile/readers.ts';
import { type SiteProcess, startSite } from '../helpers/hostile/site-process.ts';
import { figure } from './print.ts';

const BEFORE = 2000;
const DURING = 4000;
const SETTLED = 1000;
const WHOLE = 15_000;
/** Requests a second. */
const ORDINARY = 60;
const CROWD = 300;

export async function benchHostile(
  folder = process.env.PORTOLAN_BENCH_DIST ?? DIST,
): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'portolan-hostile-'));
  const addresses = mixOf(folder);
  const read = (site: SiteProcess, rate: number, time: number) =>
    runReaders({ port: site.port, rate, until: AbortSignal.timeout(time), addresses });
  for (const name of Object.keys(ATTACKS)) {
    const site = await startSite(folder, data);
    await read(site, ORDINARY, BEFORE); // Until what is asked for again and again is compressed.
    const before = await read(site, ORDINARY, BEFORE);
    const memory = [site.memory()];
    const attacker = beginAttack(name, site.port);
    const peak = peakOf(site);
    const cpu = site.cpu();
    const during = await read(site, ORDINARY, DURING);
    const spent = site.cpu() - cpu;
    memory.push(peak.end());
    const answers = await attacker.end();
    await wait(SETTLED);
    memory.push(site.memory());
    await site.stop();
    figure(`${name}: the attacker`, answers / (DURING / 1000), 'requests a second');
    figure(`${name}: a reader's p99 before, during`, pair(p99(before), p99(during)), 'ms');
    const requests = answers + during.times.length;
    figure(`${name}: the server's own time`, spent / requests, 'ms of processor a request');
    figure(`${name}: answered wrongly`, before.wrong.length + during.wrong.length);
    figure(`${name}: memory before, during, after`, memory.map(megabytes).join(' '), 'MB');
  }
  await crowd(folder, data, read);
  rmSync(data, { recursive: true });
}

type Read = (site: SiteProcess, rate: number, time: number) => Promise<Readers>;

async function crowd(folder: string, data: string, read: Read): Promise<void> {
  const site = await startSite(folder, data);
  await read(site, CROWD, BEFORE);
  told('the whole site', await read(site, CROWD, WHOLE));
  const peak = peakOf(site);
  const attackers = Object.keys(ATTACKS).map((name) => beginAttack(name, site.port));
  told('the whole site, all attacks beside it', await read(site, CROWD, WHOLE));
  const memory = peak.end();
  const answers = await Promise.all(attackers.map(({ end }) => end()));
  const all = answers.reduce((sum, count) => sum + count, 0);
  figure('all attacks', all / (WHOLE / 1000), 'requests a second');
  figure('all attacks: memory', memory / 1e6, 'MB');
  figure('load of the machine', loadavg()[0] ?? 0);
  await site.stop();
}

function told(what: string, readers: Readers): void {
  const { times, wrong } = readers;
  figure(`${what}: requests`, times.length / (WHOLE / 1000), 'a second');
  figure(`${what}: median, p99`, pair(quantile(times, 0.5), p99(readers)), 'ms');
  figure(`${what}: answered wrongly`, wrong.length);
  for (const line of wrong.slice(0, 3)) console.log(`    ${line}`);
}

/** Pages most, each with its style and scripts; data and searches now and then. */
function mixOf(folder: string): string[] {
  const assets = readdirSync(join(folder, '_assets'))
    .filter((name) => /\.(?:css|js)$/.test(name))
    .slice(0, 3)
    .map((name) => `/_assets/${name}`);
  const ports = [443, 22, 3330, 8080, 5432, 3389, 50_123, 445, 25, 6379, 27_017, 4998];
  const pages = ports.flatMap((port) => [`/${port}`, ...assets]);
  const data = ['/3330.json', '/443.txt', '/lookup-data.json'];
  const searches = ['/search?q=postgres', '/pagefind/pagefind.js', '/services', '/about'];
  return [...pages, ...data, ...searches, '/', '/choose', '/range/3000-3999'];
}

/** The most that it held, looked at often. */
function peakOf(site: SiteProcess): { end: () => number } {
  let most = site.memory();
  const look = setInterval(() => {
    most = Math.max(most, site.memory());
  }, 50);
  return {
    end: () => {
      clearInterval(look);
      return most;
    },
  };
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const p99 = ({ times }: Readers) => quantile(times, 0.99);
const pair = (a: number, b: number) => `${a.toFixed(1)} ${b.toFixed(1)}`;
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0);

/** 100,000 hostile requests: how they are answered, what is stored of them, and what becomes of the memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { feedbackAnswer } from '../../src/facts/schemas/feedback.ts';
import { SQLITE_FILE } from '../../src/feedback/settings.ts';
import { openSqlite } from '../../src/feedback/sqlite-store.ts';
import { ask } from '../helpers/client.ts';
import { fuzz } from '../helpers/feedback/fuzz.ts';
import { startProcess } from '../helpers/feedback/process.ts';
import { readAll } from '../helpers/feedback/service.ts';
import { figure } from './print.ts';

const ROUNDS = 10;
const A_ROUND = 10_000;
const HEAP = 40;

export async function benchFeedbackFuzz(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-fuzz-'));
  // Node lets garbage lie while there is room. With so little, what stays is what is kept.
  const flags = [`--max-old-space-size=${HEAP}`];
  const service = await startProcess({ PORTOLAN_DATA: folder }, { flags });
  figure('the heap is limited to', HEAP, 'MB');
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const report = await fuzz(service.port, A_ROUND, round);
    for (const [status, count] of report.statuses)
      statuses.set(status, (statuses.get(status) ?? 0) + count);
    faults.push(...report.faults);
    figure(`memory after ${round * A_ROUND} requests`, (await memory(service.port)) / 1e6, 'MB');
  }
  for (const [status, count] of [...statuses].sort(([a], [b]) => a - b))
    figure(status === 0 ? 'cut off, or waiting for the rest' : `status ${status}`, count);
  figure('statuses that nobody should get', faults.length);
  for (const fault of faults.slice(0, 5)) console.log(fault);
  await service.stop();
  const stored = await readAll(() => openSqlite(join(folder, SQLITE_FILE)));
  const wrong = stored.filter(({ day, id, resolved, ...answer }) => {
    const parsed = feedbackAnswer.safeParse(answer);
    return !parsed.success || JSON.stringify(parsed.data) !== JSON.stringify(answer);
  });
  figure('stored', stored.length);
  figure('stored that should not be', wrong.length);
  rmSync(folder, { recursive: true });
}

async function memory(port: number): Promise<number> {
  const { body } = await ask(port, '/api/feedback/metrics');
  return Number(/^portolan_feedback_memory_bytes (\d+)/m.exec(body.toString())?.[1]);
}

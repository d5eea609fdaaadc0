/** Holds every page of a built site to the rules: a thread for each core reads its share of them. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Findings, joined } from './findings.ts';
import { RULES } from './rules.ts';
import { filesIn } from './site-files.ts';
import type { Looked, Share } from './thread.ts';
import { lookAtWhole, WHOLE_RULES } from './whole-site.ts';

export interface Proof {
  pages: number;
  rules: readonly { name: string; right: string }[];
  findings: Findings;
}

/** More would each open the tables for a share that is read in seconds. */
const MOST_THREADS = 8;

export async function prove(folder: string): Promise<Proof> {
  const files = filesIn(folder);
  const pages = files.map(({ path }) => path).filter((path) => path.endsWith('.html'));
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  const looked = await Promise.all(
    Array.from({ length: threads }, (_, thread) =>
      lookApart({ folder, files: pages.filter((_, index) => index % threads === thread) }),
    ),
  );
  const gathered = looked.map((each) => each.gathered);
  const findings = joined([
    ...looked.map((each) => each.findings),
    await lookAtWhole({ folder, files, gathered }),
  ]);
  return { pages: pages.length, rules: [...RULES, ...WHOLE_RULES], findings };
}

function lookApart(share: Share): Promise<Looked> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: share });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}

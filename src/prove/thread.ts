/** Reads its share of the pages, once each, and tells what the rules found. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { addCase, type Findings } from './findings.ts';
import { type Gathered, gather, nothingYet } from './gathered.ts';
import { readPage } from './page.ts';
import { RULES } from './rules.ts';
import { openSite } from './site.ts';

export interface Share {
  folder: string;
  files: readonly string[];
}

export interface Looked {
  findings: Findings;
  gathered: Gathered;
}

function look({ files, folder }: Share): Looked {
  const site = openSite(folder);
  const findings: Findings = new Map();
  const gathered = nothingYet();
  for (const file of files) {
    const page = readPage(file, readFileSync(join(folder, file)));
    for (const rule of RULES)
      rule.look(
        page,
        (found, right) => addCase(findings, rule.name, { file, found, ...(right && { right }) }),
        site,
      );
    gather(page, gathered);
  }
  return { findings, gathered };
}

parentPort?.postMessage(look(workerData as Share));

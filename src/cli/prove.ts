/**
 * npm run prove
 * npm run prove -- FOLDER
 * Reads every page of the built site and holds it to the rules in src/prove.
 */
import { parseArgs } from 'node:util';
import { DIST } from '../base/folders.ts';
import { type Proof, prove } from '../prove/prove.ts';
import { run } from './arguments.ts';

await run(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const began = performance.now();
  const proof = await prove(positionals[0] ?? DIST);
  const seconds = (performance.now() - began) / 1000;
  for (const line of report(proof)) console.log(line);
  console.log(`${proof.pages} pages, ${proof.rules.length} rules, ${seconds.toFixed(1)} s`);
  if (proof.findings.size > 0) process.exitCode = 1;
});

function* report({ findings, rules }: Proof): Generator<string> {
  for (const { name, right } of rules) {
    const finding = findings.get(name);
    if (finding === undefined) continue;
    yield `${name}: ${finding.count} found. ${right}`;
    for (const { file, found, right: instead } of finding.cases)
      yield `  ${file}: ${found}${instead === undefined ? '' : `; right is: ${instead}`}`;
    if (finding.count > finding.cases.length)
      yield `  … and ${finding.count - finding.cases.length} more`;
  }
}

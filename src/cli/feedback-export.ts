/**
 * npm run feedback:export -- [--since 2026-11-01] [--port 3330] [--csv]
 * Every answer as it is stored, a JSON object a line; or as CSV, with notes that are safe to look at.
 */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { printable, printableJson } from '../base/printable.ts';
import { csv } from '../feedback/report-text.ts';
import type { StoredAnswer } from '../feedback/store.ts';
import { run } from './arguments.ts';
import { dayIn, portIn, withStore } from './feedback-tool.ts';

await run(async () => {
  const { values } = parseArgs({
    options: { since: { type: 'string' }, port: { type: 'string' }, csv: { type: 'boolean' } },
  });
  const filter = { since: dayIn(values.since, '--since'), port: portIn(values.port, '--port') };
  await withStore(async (store) => {
    let first = true;
    for await (const answer of store.answers(filter)) {
      const text = values.csv ? csvLines(answer, first) : `${printableJson(answer)}\n`;
      first = false;
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    }
  });
});

function csvLines(answer: StoredAnswer, withHead: boolean): string {
  const text = csv([
    { ...answer, reasons: answer.reasons.join(' '), note: printable(answer.note) },
  ]);
  return withHead ? text : text.slice(text.indexOf('\n') + 1);
}

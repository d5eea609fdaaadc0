/**
 * npm run feedback:report -- [--since 2026-11-01] [--locale de] [--json | --csv]
 * npm run feedback:report -- --resolve 3330
 * What readers say of the pages, those first whose readers were let down most; or, that the answers
 * about a page have been dealt with.
 */
import { parseArgs } from 'node:util';
import { printableJson } from '../base/printable.ts';
import { makeReport } from '../feedback/report.ts';
import { reportCsv, reportText } from '../feedback/report-text.ts';
import { run, UsageError } from './arguments.ts';
import { dayIn, localeIn, portIn, withStore } from './feedback-tool.ts';

await run(async () => {
  const { values } = parseArgs({
    options: {
      since: { type: 'string' },
      locale: { type: 'string' },
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      resolve: { type: 'string' },
    },
  });
  if (values.json && values.csv) throw new UsageError('choose --json or --csv');
  const asked = { since: dayIn(values.since, '--since'), locale: localeIn(values.locale) };
  const resolve = portIn(values.resolve, '--resolve');
  await withStore(async (store) => {
    if (resolve !== undefined) {
      const count = await store.resolve(resolve, new Date().toISOString().slice(0, 10));
      console.log(`port ${resolve}: ${count} dealt with`);
      return;
    }
    const report = await makeReport(store.answers(asked), asked);
    if (values.json) console.log(printableJson(report, 2));
    else process.stdout.write(values.csv ? reportCsv(report) : reportText(report));
  });
});

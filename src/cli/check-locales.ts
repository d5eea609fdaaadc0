/** npm run check:locales -- [de ru …]: every locale, or those named, against the schema and English. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentDir } from '../base/content-dir.ts';
import { LOCALES } from '../base/languages.ts';
import { checkLocale } from '../words/locales/check-locale.ts';
import { run, UsageError } from './arguments.ts';

await run(() => {
  const named = process.argv.slice(2);
  const unknown = named.find((code) => !LOCALES.some((entry) => entry.code === code));
  if (unknown)
    throw new UsageError(
      `${unknown}: no such locale; the locales are ${LOCALES.map(({ code }) => code).join(' ')}`,
    );
  const dir = contentDir('locales');
  const read = (code: string): unknown =>
    JSON.parse(readFileSync(join(dir, `${code}.json`), 'utf8'));
  const english = read('en');
  let count = 0;
  for (const { code } of LOCALES.filter(
    (entry) => named.length === 0 || named.includes(entry.code),
  )) {
    for (const { path, problem } of checkLocale(code, read(code), english)) {
      console.log(`${code}.json: ${path} ${problem}`);
      count++;
    }
  }
  console.log(count === 0 ? 'Nothing to mend.' : `${count} to mend.`);
  if (count > 0) process.exitCode = 1;
});

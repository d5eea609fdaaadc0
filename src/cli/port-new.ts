/**
 * npm run port:new -- 3330
 * Begins content/ports/3330.mdx: what the atlas knows is filled in, the rest is asked.
 */

import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { LAST_PORT } from '../base/ranges.ts';
import { openAtlas } from '../facts/atlas/atlas.ts';
import { loadTables, PAGES_DIR } from '../facts/atlas/load.ts';
import { run, UsageError } from './arguments.ts';
import { skeleton } from './port-skeleton.ts';

await run(() => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { pages: { type: 'string', default: PAGES_DIR } },
  });
  const port = portOf(positionals);
  const file = join(values.pages, `${port}.mdx`);
  const shown = relative(process.cwd(), file);
  // Without the pages: they have nothing to say of one that does not exist, and one of them may be half written.
  const record = openAtlas(loadTables(), []).port(port);
  try {
    // 'wx' never writes over a page, whatever happens between looking and writing.
    writeFileSync(file, skeleton(record, new Date().toISOString().slice(0, 10)), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    console.error(`${shown} exists already; edit it, or delete it first`);
    process.exitCode = 1;
    return;
  }
  console.log(`${shown} begun; npm run check -- ${port} tells what is still missing`);
});

function portOf(names: string[]): number {
  const [name = '', ...more] = names;
  if (more.length > 0 || !/^(?:0|[1-9]\d{0,4})$/.test(name) || Number(name) > LAST_PORT) {
    const not = names.length > 0 ? `, not '${names.join(' ')}'` : '';
    throw new UsageError(`usage: npm run port:new -- 3330 (one port, 0 to ${LAST_PORT}${not})`);
  }
  return Number(name);
}

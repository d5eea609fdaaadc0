/**
 * The same facts give the same bytes: a few pages built again, alone and all in one process, are those
 * of the whole build, which was split over several.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '../../src/base/folders.ts';
import { assertNone } from '../helpers/assert-none.ts';
import { CHOSEN_PORTS } from '../helpers/chosen-pages.ts';
import { inSite } from '../helpers/site-files.ts';

/** The build adds to it what it alone knows. */
const ADDED_TO = '_redirects';

test('pages built again have the same bytes', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-again-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    NODE_TEST_CONTEXT: undefined,
    PORTOLAN_ONLY: CHOSEN_PORTS.join(),
    PORTOLAN_OUT: folder,
  };
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build'], { cwd: ROOT, env });
  const made = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => relative(folder, join(parentPath, name)));
  assert.ok(made.length > CHOSEN_PORTS.length + 100);
  const whole = (path: string) => readFileSync(inSite(path));
  assertNone(
    made.filter((path) => {
      const again = readFileSync(join(folder, path));
      return path === ADDED_TO
        ? !whole(path).toString().startsWith(again.toString())
        : !whole(path).equals(again);
    }),
    'differing',
  );
});

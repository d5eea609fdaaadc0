/**
 * The same facts give the same bytes: some pages built again, all of them by Astro, are those of the whole
 * build, which put the plain ones among them into a frame without Astro.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '../../src/base/folders.ts';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { assertNone } from '../helpers/assert-none.ts';
import { CHOSEN_PORTS, samplePorts } from '../helpers/chosen-pages.ts';
import { inSite } from '../helpers/site-files.ts';

/** The build adds to it what it alone knows. */
const ADDED_TO = '_redirects';
const PLAIN = 500;
/** As many of those drawn have a story. */
const MORE = 50;

test(`${PLAIN} plain pages and some others, all rendered by Astro, have the same bytes`, async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-again-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const authored = openAtlas().authored();
  const plain = samplePorts(PLAIN + MORE).filter((port) => !authored.has(port));
  assert.ok(plain.length >= PLAIN);
  // 404 has a file of another name, and 65,535 is the last.
  const ports = [...new Set([...CHOSEN_PORTS, 404, ...plain])];
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
    NODE_TEST_CONTEXT: undefined,
    PORTOLAN_ONLY: ports.join(),
    PORTOLAN_OUT: folder,
  };
  const astro = join(ROOT, 'node_modules/astro/bin/astro.mjs');
  await promisify(execFile)(process.execPath, [astro, 'build'], { cwd: ROOT, env });
  const made = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => relative(folder, join(parentPath, name)));
  assert.ok(made.length > ports.length + 100);
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

/** registry:rebuild changes all tables or none: what fails in its middle leaves them as they were. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../../src/base/folders.ts';
import { REGISTRY_DIR } from '../../../src/facts/registry/tables.ts';
import { registryCsv } from '../../helpers/registry-csv.ts';

/** As much as the first tables need: the port lists, which come next, are not there. */
const RAW: Record<string, string> = {
  'iana/service-names-port-numbers.csv': registryCsv(),
  'iana/changes.csv': 'date\n',
  'iana/people.csv': 'id\n',
  'history/rfc-assigned-numbers.csv': 'rfc\n',
  'sources/whatwg-bad-ports.csv': 'port\n1\n',
  'sources/browser-restricted-ports.csv': 'port,description\n1,Chromium\n1,Firefox\n',
};

test('a rebuild that fails changes no table', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-rebuild-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const [raw, tables] = [join(folder, 'raw'), join(folder, 'tables')];
  for (const [name, text] of Object.entries(RAW)) {
    mkdirSync(dirname(join(raw, name)), { recursive: true });
    writeFileSync(join(raw, name), text);
  }
  mkdirSync(join(raw, 'iana/history'));
  cpSync(REGISTRY_DIR, tables, { recursive: true });
  const all = () =>
    readdirSync(tables, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(tables, name), 'utf8')]);
  const before = all();
  const script = join(ROOT, 'src/cli/registry-rebuild.ts');
  const args = [script, raw, '--date', '2026-08-17', '--tables', tables];
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(status, 1);
  assert.match(stderr, /^ENOENT: .*sources/);
  assert.match(stdout, /^iana-services\.csv: \d+ rows$/m);
  assert.deepEqual(all(), before);
});

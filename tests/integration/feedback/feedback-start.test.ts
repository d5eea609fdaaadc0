/** The site and the service in one process, and the service alone, as commands. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { SQLITE_FILE } from '../../../src/feedback/settings.ts';
import { openSqlite } from '../../../src/feedback/sqlite-store.ts';
import { ask } from '../../helpers/client.ts';
import { plain, readAll } from '../../helpers/feedback/service.ts';
import { postBytes, Wire } from '../../helpers/feedback/wire.ts';

const root = join(import.meta.dirname, '../../..');

async function portOf(child: ChildProcess): Promise<number> {
  for await (const chunk of child.stdout ?? []) {
    const port = /localhost:(\d+)/.exec(String(chunk))?.[1];
    if (port) return Number(port);
  }
  throw new Error('it does not say where it listens');
}

for (const [name, script, args, page] of [
  ['serve --feedback', 'serve.ts', ['--feedback'], 200],
  ['feedback', 'feedback.ts', [], 404],
] as const) {
  test(`${name}: takes answers, ends when told to, and has kept them`, async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-start-'));
    context.after(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/3330.html'), 'the page');
    const site = args.length > 0 ? ['--dir', join(folder, 'dist')] : [];
    const env = { ...process.env, DATABASE_URL: '', PORTOLAN_DATA: join(folder, 'data') };
    const child = spawn(
      process.execPath,
      [join(root, 'src/cli', script), ...args, ...site, '--port', '0'],
      { env, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const ended = once(child, 'exit');
    const port = await portOf(child);
    const wire = new Wire(port);
    const answer = await wire.ask(postBytes({ body: JSON.stringify(plain) }));
    assert.equal(answer.body, '{"stored":true}');
    assert.equal((await ask(port, '/3330')).status, page);
    assert.equal((await ask(port, '/api/feedback/health')).status, 200);
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null]);
    wire.close();
    const stored = await readAll(() => openSqlite(join(folder, 'data', SQLITE_FILE)));
    assert.deepEqual(
      stored.map(({ face, port: of }) => [of, face]),
      [[3330, 'no']],
    );
  });
}

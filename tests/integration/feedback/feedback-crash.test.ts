/** A short form of what `npm run bench -- feedback` does at full length. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openPostgres } from '../../../src/feedback/postgres-store.ts';
import { SQLITE_FILE } from '../../../src/feedback/settings.ts';
import { openSqlite } from '../../../src/feedback/sqlite-store.ts';
import { type CrashOptions, crashAgainAndAgain } from '../../helpers/feedback/crash.ts';
import { startPostgres } from '../../helpers/feedback/postgres-server.ts';

const SHORT = { kills: 5, milliseconds: 900, clients: 50 };

async function assertNothingLost(options: Pick<CrashOptions, 'env' | 'openStore'>) {
  const { acknowledged, found, load, lost, twice } = await crashAgainAndAgain({
    ...options,
    ...SHORT,
  });
  assert.ok(acknowledged > 200, `${acknowledged} acknowledged`);
  assert.deepEqual({ found, lost, twice }, { found: acknowledged, lost: 0, twice: 0 });
  assert.deepEqual(load.wrong, []);
}

describe('what was acknowledged is there, exactly once, after the process was killed', () => {
  test('SQLite', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-crash-'));
    context.after(() => rmSync(folder, { recursive: true }));
    const openStore = () => openSqlite(join(folder, SQLITE_FILE));
    await assertNothingLost({ env: { PORTOLAN_DATA: folder }, openStore });
  });

  test('PostgreSQL', async (context) => {
    const server = await startPostgres();
    context.after(server.remove);
    const openStore = () => openPostgres(server.url);
    await assertNothingLost({ env: { DATABASE_URL: server.url }, openStore });
  });
});

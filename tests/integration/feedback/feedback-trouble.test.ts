/** What goes wrong around the service: it answers honestly, loses nothing and gets well by itself. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { openPostgres } from '../../../src/feedback/postgres-store.ts';
import { openSqlite } from '../../../src/feedback/sqlite-store.ts';
import { openSqliteThread } from '../../../src/feedback/sqlite-thread.ts';
import { ask } from '../../helpers/client.ts';
import { startPostgres } from '../../helpers/feedback/postgres-server.ts';
import { NOBODY, startProcess } from '../../helpers/feedback/process.ts';
import {
  from,
  plain,
  readAll,
  type ServiceOptions,
  startService,
} from '../../helpers/feedback/service.ts';
import { postBytes, Wire, type WireAnswer } from '../../helpers/feedback/wire.ts';

async function serviceFor(context: TestContext, options: ServiceOptions = {}) {
  const service = await startService(options);
  context.after(service.close);
  return service;
}

/** A checkout in a closed home is of no use to somebody else. */
const nobodyReads = (...paths: string[]) =>
  paths.every(
    (path) => spawnSync('test', ['-r', path], { uid: NOBODY, gid: NOBODY, cwd: '/' }).status === 0,
  );

const healthOf = async (port: number) => (await ask(port, '/api/feedback/health')).status;

function assertUnavailable({ body, head, status }: WireAnswer): void {
  assert.equal(status, 503);
  assert.match(head, /\r\nretry-after: \d+/i);
  assert.doesNotMatch(body, /sqlite|postgres|disk|\/tmp/i); // Not how it is built.
  assert.ok(JSON.parse(body).error);
}

/** Until it is well again. */
async function eventually(work: () => Promise<number>, seconds = 60): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  let status = 0;
  while (performance.now() < deadline) {
    status = await work();
    if (status === 200) return;
    await wait(100);
  }
  assert.fail(`still ${status} after ${seconds} s`);
}

describe('SQLite', () => {
  test('a full file: 503, all that was acknowledged is there, and it goes on when there is room', async (context) => {
    const service = await serviceFor(context, { sqlite: { maxBytes: 160 * 1024 } });
    const acknowledged: string[] = [];
    let refused: WireAnswer | undefined;
    for (let turn = 0; turn < 1000 && !refused; turn++) {
      const note = `${turn} ${'x'.repeat(400)}`;
      const answer = await service.send(
        { ...plain, note },
        from(`10.1.${turn >> 8}.${turn & 255}`),
      );
      if (answer.status === 200) acknowledged.push(note);
      else refused = answer;
    }
    assert.ok(refused && acknowledged.length > 50);
    assertUnavailable(refused);
    assert.equal(await healthOf(service.port), 503);
    assert.ok(
      service.log.some(
        ({ event, reason }) => event === 'store-failed' && /full/.test(reason ?? ''),
      ),
    );
    assert.deepEqual(
      (await service.stored()).map(({ note }) => note),
      acknowledged,
    );
    const other = await openSqlite(service.file);
    await other.remove({});
    await other.close();
    assert.equal((await service.send(plain, from('10.2.0.1'))).status, 200);
    assert.equal(await healthOf(service.port), 200);
  });

  test('a locked file is waited for, and nobody else waits with it', async (context) => {
    const service = await serviceFor(context, { sqlite: { patience: 60_000 } });
    await service.send(plain, from('10.2.0.1'));
    const other = new DatabaseSync(service.file);
    other.exec('BEGIN IMMEDIATE');
    let answered = false;
    const answer = service.send(plain, from('10.2.0.2')).finally(() => {
      answered = true;
    });
    for (let turn = 0; turn < 20; turn++) {
      assert.equal((await ask(service.port, '/api/feedback/metrics')).status, 200);
      await wait(10);
    }
    assert.equal(answered, false);
    other.exec('COMMIT');
    other.close();
    assert.equal((await answer).status, 200);
    assert.equal((await service.stored()).length, 2);
  });

  test('a file that stays locked: 503, until it is free', async (context) => {
    const service = await serviceFor(context, { sqlite: { patience: 150 } });
    await service.send(plain, from('10.2.0.1'));
    const other = new DatabaseSync(service.file);
    other.exec('BEGIN IMMEDIATE');
    assertUnavailable(await service.send(plain, from('10.2.0.2')));
    assert.equal(await healthOf(service.port), 503);
    other.exec('ROLLBACK');
    other.close();
    assert.equal((await service.send(plain, from('10.2.0.2'))).status, 200);
    assert.equal(await healthOf(service.port), 200);
    assert.equal((await service.stored()).length, 2);
  });

  test('a file that cannot be opened is tried again', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-away-'));
    const file = join(folder, 'feedback.sqlite');
    mkdirSync(file);
    const service = await serviceFor(context, { open: () => openSqliteThread(file) });
    context.after(() => rmSync(folder, { recursive: true }));
    assertUnavailable(await service.send(plain, from('10.2.0.1')));
    assert.equal(await healthOf(service.port), 503);
    rmSync(file, { recursive: true });
    await eventually(async () => (await service.send(plain, from('10.2.0.1'))).status);
    assert.equal(await healthOf(service.port), 200);
  });

  test('a file that is something else is left as it is', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-other-'));
    const file = join(folder, 'feedback.sqlite');
    const text = 'my notes, which are no database\n'.repeat(200);
    writeFileSync(file, text);
    const service = await serviceFor(context, { open: () => openSqliteThread(file) });
    context.after(() => rmSync(folder, { recursive: true }));
    assertUnavailable(await service.send(plain));
    assert.equal(readFileSync(file, 'utf8'), text);
  });

  test('a file that may only be read: 503, until it may be written', async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'portolan-readonly-'));
    context.after(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'feedback.sqlite');
    await (await openSqlite(file)).close();
    // Root may write whatever the permissions say, so there somebody else runs it.
    const root = process.getuid?.() === 0;
    if (root && !nobodyReads(process.execPath, import.meta.filename))
      return context.skip('the user ‘nobody’ cannot read this checkout');
    if (root) for (const path of [folder, file]) chownSync(path, NOBODY, NOBODY);
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    const env = { PORTOLAN_DATA: folder };
    const service = await startProcess(env, { user: root ? NOBODY : undefined });
    const wire = new Wire(service.port);
    const send = () => wire.ask(postBytes({ body: JSON.stringify(plain) }));
    assertUnavailable(await send());
    chmodSync(folder, 0o755);
    chmodSync(file, 0o644);
    await eventually(async () => (await send()).status);
    wire.close();
    assert.equal(await service.stop(), 0);
    assert.match(service.log(), /"event":"store-failed"/);
    assert.equal((await readAll(() => openSqlite(file))).length, 1);
  });
});

describe('PostgreSQL', () => {
  test('stopped and started in the middle of a load, and away at the start', async (context) => {
    const server = await startPostgres();
    context.after(server.remove);
    await server.stop();
    const open = () => openPostgres(server.url, { patience: 1500 });
    const service = await serviceFor(context, { open, reader: open });
    assertUnavailable(await service.send(plain, from('10.2.0.1')));
    assert.equal(await healthOf(service.port), 503);
    await server.start();
    await eventually(async () => (await service.send(plain, from('10.2.0.1'))).status);

    const acknowledged: string[] = [];
    const statuses = new Set<number>();
    const stop = new AbortController();
    const clients = Array.from({ length: 20 }, async (_, client) => {
      for (let turn = 0; !stop.signal.aborted; turn++) {
        const note = `${client} ${turn}`;
        const answer = await service.send({ ...plain, note }, from(`10.3.${client}.${turn % 256}`));
        statuses.add(answer.status);
        if (answer.status === 200) acknowledged.push(note);
        else assertUnavailable(answer);
        await wait(20);
      }
    });
    for (const how of ['fast', 'immediate'] as const) {
      const enough = acknowledged.length + 60;
      while (acknowledged.length < enough) await wait(20);
      await server.stop(how);
      await wait(200);
      await server.start();
      await eventually(async () => (await service.send(plain, from('10.2.0.2'))).status);
    }
    stop.abort();
    await Promise.all(clients);
    assert.deepEqual([...statuses].sort(), [200, 503]);
    const notes = new Set((await service.stored()).map(({ note }) => note));
    assert.ok(acknowledged.length > 100);
    assert.deepEqual(
      acknowledged.filter((note) => !notes.has(note)),
      [],
    );
    assert.equal(await healthOf(service.port), 200);
  });
});

describe('a clock that jumps', () => {
  test('answers are kept under the day that it says, and none is lost', async (context) => {
    let now = '2026-11-20T12:00:00Z';
    const service = await serviceFor(context, { now: () => new Date(now) });
    const days = ['2026-11-20', '2027-11-20', '1970-01-01', '2026-11-19', '9999-12-31'];
    for (const day of days) {
      now = `${day}T23:59:59.999Z`;
      assert.equal((await service.send({ ...plain, note: day }, from('10.4.0.1'))).status, 200);
    }
    assert.deepEqual(
      (await service.stored()).map(({ day, note }) => [day, note]),
      days.map((day) => [day, day]),
    );
  });

  test('put back across midnight, the clock gives nobody a second vote', async (context) => {
    let now = '2026-11-20T23:59:00Z';
    const service = await serviceFor(context, { now: () => new Date(now) });
    for (const time of ['2026-11-21T00:00:01Z', '2026-11-20T23:59:30Z', '2026-11-21T00:00:05Z']) {
      await service.send(plain, from('10.4.0.1'));
      now = time;
    }
    await service.send(plain, from('10.4.0.1'));
    assert.deepEqual((await service.stored()).map(({ day }) => day).sort(), [
      '2026-11-20',
      '2026-11-21',
    ]);
  });

  test('nobody is locked out, and nobody let in', async (context) => {
    let now = '2026-11-20T12:00:00Z';
    const service = await serviceFor(context, {
      now: () => new Date(now),
      rate: { burst: 2, refill: 60_000 },
    });
    const status = async () => (await service.send(plain, from('10.4.0.1'))).status;
    assert.deepEqual([await status(), await status(), await status()], [200, 200, 429]);
    now = '2026-11-20T22:00:00Z';
    assert.equal(await status(), 429);
    now = '2026-11-20T02:00:00Z';
    assert.equal(await status(), 429);
  });
});

test('a fault of ours is 503 too, is in the log, and stores nothing', async (context) => {
  const service = await serviceFor(context, { open: () => Promise.reject(new TypeError('oops')) });
  assertUnavailable(await service.send(plain));
  assert.ok(service.log.some(({ reason }) => /oops/.test(reason ?? '')));
});

/** What holds for every store, held against each of them; PostgreSQL is a real one. */
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, beforeEach, describe, test } from 'node:test';
import pg from 'pg';
import { openPostgres } from '../../../src/feedback/postgres-store.ts';
import { openSqlite } from '../../../src/feedback/sqlite-store.ts';
import { openSqliteThread } from '../../../src/feedback/sqlite-thread.ts';
import { type Filter, OverloadError, type Store, StoreError } from '../../../src/feedback/store.ts';
import { ballot } from '../../helpers/feedback/ballot.ts';
import { type PostgresServer, startPostgres } from '../../helpers/feedback/postgres-server.ts';

const INSTANCES = 6;

const folder = mkdtempSync(join(tmpdir(), 'portolan-stores-'));
let server: PostgresServer;
before(async () => {
  server = await startPostgres();
});
after(async () => {
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

interface Kind {
  open: (options?: { waiting?: number; batch?: number }) => Promise<Store>;
  /** Takes all that is there away. */
  empty: () => Promise<void>;
  env: () => Record<string, string>;
  /** What is written of votes. */
  votes: () => Promise<unknown[]>;
  /** As a newer version of the program would leave it. */
  age: () => Promise<void>;
}

const file = join(folder, 'feedback.sqlite');

async function sql(text: string): Promise<unknown[]> {
  const client = new pg.Client(server.url);
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

function lite(text: string): unknown[] {
  const db = new DatabaseSync(file);
  const rows = db.prepare(text).all();
  db.close();
  return rows;
}

const kinds: Record<Store['kind'], Kind> = {
  sqlite: {
    open: (options) => openSqlite(file, options),
    empty: async () => {
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    },
    env: () => ({ PORTOLAN_DATA: folder, DATABASE_URL: '' }),
    votes: async () => lite('SELECT vote FROM answer WHERE vote IS NOT NULL'),
    age: async () => void lite('PRAGMA user_version = 99'),
  },
  postgres: {
    open: (options) => openPostgres(server.url, options),
    empty: async () => void (await sql('DROP TABLE IF EXISTS feedback_answer, feedback_migration')),
    env: () => ({ DATABASE_URL: server.url }),
    votes: () => sql('SELECT vote FROM feedback_answer WHERE vote IS NOT NULL'),
    age: async () => void (await sql('INSERT INTO feedback_migration VALUES (99)')),
  },
};

for (const [name, kind] of Object.entries(kinds)) {
  describe(name, () => {
    let store: Store;
    beforeEach(async () => {
      await store?.close();
      await kind.empty();
      store = await kind.open();
    });
    after(() => store.close());
    const all = (filter?: Filter) => Array.fromAsync(store.answers(filter));

    test('gives back what it was given', async () => {
      assert.equal(store.kind, name);
      const note = "a'b\"c\\ \n\t ✓ 港 🧭 '); DROP TABLE answer;--";
      const given = ballot({ note, reasons: ['wrong', 'other'], version: '2026-11-20' });
      await store.put(given);
      const { vote: _, ...rest } = given;
      assert.deepEqual(await all(), [{ id: 1, ...rest, resolved: null }]);
    });

    test('a later answer of the same vote takes the place of the earlier one', async () => {
      const vote = Buffer.alloc(16, 7);
      await store.put(ballot({ vote, note: 'first' }));
      await Promise.all([
        store.put(ballot({ vote, note: 'second' })),
        store.put(ballot()),
        store.put(ballot({ vote, note: 'third', face: 'yes' })),
      ]);
      assert.deepEqual(
        (await all()).map(({ face, note }) => [face, note]),
        [
          ['yes', 'third'],
          ['no', ''],
        ],
      );
    });

    test('many at once are all there, in pages too', async () => {
      const notes = Array.from({ length: 4500 }, (_, index) => `n${index}`);
      const own = await kind.open({ waiting: 5000 });
      await Promise.all(notes.map((note) => own.put(ballot({ note }))));
      await own.close();
      const found = await all();
      assert.deepEqual(found.map(({ note }) => note).sort(), notes.sort());
      const ids = found.map(({ id }) => id);
      assert.deepEqual(
        ids,
        ids.toSorted((a, b) => a - b),
      );
    });

    test('more than it can take are refused at once, and the others stored', async () => {
      const own = await kind.open({ waiting: 10, batch: 4 });
      const puts = await Promise.allSettled(Array.from({ length: 25 }, () => own.put(ballot())));
      const reasons = puts.flatMap((put) => (put.status === 'rejected' ? [put.reason] : []));
      assert.equal(reasons.length, 15);
      assert.ok(reasons.every((reason) => reason instanceof OverloadError));
      assert.equal((await all()).length, 10);
      assert.equal(own.waiting, 0);
      await own.close();
    });

    test('finds by port, language, days and whether it is open', async () => {
      for (const own of [
        { port: 1, day: '2026-11-01', locale: 'de' },
        { port: 1, day: '2026-11-02', locale: 'ru' },
        { port: 2, day: '2026-11-03', locale: 'de' },
      ] as const) {
        await store.put(ballot(own));
      }
      assert.equal(await store.resolve(2, '2026-11-05'), 1);
      const days = async (filter: Filter) =>
        (await all(filter)).map(({ day }) => day.slice(-1)).join('');
      assert.equal(await days({ port: 1 }), '12');
      assert.equal(await days({ locale: 'de' }), '13');
      assert.equal(await days({ since: '2026-11-02' }), '23');
      assert.equal(await days({ before: '2026-11-03', since: '2026-11-02' }), '2');
      assert.equal(await days({ open: true }), '12');
      assert.equal(await days({ port: 3 }), '');
    });

    test('what is dealt with stays so, until the same client says something new', async () => {
      const vote = Buffer.alloc(16, 9);
      await store.put(ballot({ vote }));
      assert.equal(await store.resolve(3330, '2026-11-21'), 1);
      assert.equal(await store.resolve(3330, '2026-11-22'), 0);
      assert.equal((await all())[0]?.resolved, '2026-11-21');
      await store.put(ballot({ vote, note: 'it is still wrong' }));
      assert.equal((await all())[0]?.resolved, null);
    });

    test('deletes what fits, and all', async () => {
      for (const port of [1, 1, 2, 3]) await store.put(ballot({ port }));
      await store.put(ballot({ port: 1, day: '2027-01-01' }));
      assert.equal(await store.remove({ port: 1, before: '2027-01-01' }), 2);
      assert.equal((await all()).length, 3);
      assert.equal(await store.remove({}), 3);
      assert.deepEqual(await all(), []);
    });

    test('forgets who voted when the day is over', async () => {
      await store.put(ballot({ day: '2026-11-19' }));
      await store.put(ballot({ day: '2026-11-20' }));
      await store.forgetVotes('2026-11-20');
      assert.equal((await kind.votes()).length, 1);
      assert.equal((await all()).length, 2);
    });

    test('is checked', async () => {
      await store.check();
    });

    test(`${INSTANCES} instances that start at once make the tables once`, async () => {
      await store.close();
      await kind.empty();
      const script = join(import.meta.dirname, '../../helpers/feedback/open-child.ts');
      const env = { ...process.env, ...kind.env() };
      const children = Array.from({ length: INSTANCES }, () => fork(script, { env }));
      await Promise.all(children.map((child) => once(child, 'message')));
      for (const child of children) child.send('go');
      await Promise.all(children.map(endOf));
      store = await kind.open();
      assert.equal((await all()).length, INSTANCES * 20);
    });

    test('what a newer version made is left alone', async () => {
      await kind.age();
      await assert.rejects(kind.open(), (error) => {
        assert.ok(error instanceof StoreError);
        assert.match(error.message, /newer version/);
        return true;
      });
    });
  });
}

async function endOf(child: ChildProcess): Promise<void> {
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
}

test('what is deleted is not in the SQLite file any more', async () => {
  const own = join(folder, 'deleted.sqlite');
  const store = await openSqlite(own);
  for (let turn = 0; turn < 50; turn++) await store.put(ballot({ note: `private ${turn}` }));
  assert.match(readFileSync(`${own}-wal`, 'latin1'), /private/);
  await store.remove({});
  for (const end of ['', '-wal']) assert.doesNotMatch(readFileSync(own + end, 'latin1'), /private/);
  await store.close();
});

test('SQLite in its thread: stored, refused beyond the limit, and an error for all when it cannot be opened', async () => {
  const own = join(folder, 'thread.sqlite');
  const thread = await openSqliteThread(own, { waiting: 30, batch: 7 });
  const puts = await Promise.allSettled(Array.from({ length: 40 }, () => thread.put(ballot())));
  assert.equal(puts.filter(({ status }) => status === 'fulfilled').length, 30);
  await thread.put(ballot({ day: '2026-11-21' }));
  await thread.forgetVotes('2026-11-21');
  await thread.check();
  await thread.close();
  await assert.rejects(thread.put(ballot()), StoreError);
  const store = await openSqlite(own);
  assert.equal((await Array.fromAsync(store.answers())).length, 31);
  await store.close();
  const db = new DatabaseSync(own);
  assert.equal(db.prepare('SELECT vote FROM answer WHERE vote IS NOT NULL').all().length, 1);
  db.close();
  await assert.rejects(openSqliteThread(folder), (error) => {
    assert.ok(error instanceof StoreError && error.reopen);
    return true;
  });
});

test('PostgreSQL takes the same vote from two instances at once', async () => {
  await kinds.postgres.empty();
  const stores = await Promise.all([kinds.postgres.open(), kinds.postgres.open()]);
  const votes = Array.from({ length: 50 }, (_, index) => Buffer.alloc(16, index));
  for (let turn = 0; turn < 10; turn++) {
    const puts = stores.flatMap((store) => votes.map((vote) => store.put(ballot({ vote }))));
    await Promise.all(puts);
  }
  assert.equal((await Array.fromAsync(stores[0].answers())).length, votes.length);
  await Promise.all(stores.map((store) => store.close()));
});

/** What the service keeps to itself, and what it does not do twice. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { keysIn } from '../../../src/feedback/day-key.ts';
import { preferredLocale } from '../../../src/feedback/preferred-locale.ts';
import { openSqlite } from '../../../src/feedback/sqlite-store.ts';
import { ask } from '../../helpers/client.ts';
import { startProcess } from '../../helpers/feedback/process.ts';
import { from, plain, readAll, startService } from '../../helpers/feedback/service.ts';
import { postBytes, Wire } from '../../helpers/feedback/wire.ts';

const folder = mkdtempSync(join(tmpdir(), 'portolan-hostile-feedback-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('Accept-Language', () => {
  test('is read as far as a browser would fill it', () => {
    assert.equal(preferredLocale('fr-CH, fr;q=0.9, en;q=0.8'), 'fr');
    assert.equal(preferredLocale(`${'xx,'.repeat(19)}de`), 'de');
    assert.equal(preferredLocale(`${'xx,'.repeat(20)}de`), 'en');
    assert.equal(preferredLocale(undefined), 'en');
  });

  test('costs no more for being long', () => {
    const timeOf = (header: string) => {
      const times = Array.from({ length: 20 }, () => {
        const before = process.threadCpuUsage();
        for (let turn = 0; turn < 50; turn++) preferredLocale(header);
        return process.threadCpuUsage(before).user;
      });
      return Math.min(...times);
    };
    for (const part of ['a,', 'a-', 'zh-', ';', ' ', 'a;q=1,']) {
      const [little, much] = [500, 15_000].map((size) => timeOf(part.repeat(size / part.length)));
      // 30 times the length: linear work would be 30 times as much.
      assert.ok((much ?? 0) < 8 * (little ?? 0) + 1000, `${part}: ${little} and ${much} µs`);
    }
  });
});

describe('without a secret', () => {
  const env = { PORTOLAN_DATA: folder, PORTOLAN_FEEDBACK_SECRET: '' };
  const send = async (port: number, answer: object) => {
    const wire = new Wire(port);
    const { status } = await wire.ask(
      postBytes({ body: JSON.stringify(answer), headers: from('192.0.2.7') }),
    );
    wire.close();
    return status;
  };

  test('an answer that is sent again after a restart is stored once', async () => {
    for (let start = 0; start < 3; start++) {
      const service = await startProcess(env);
      assert.equal(await send(service.port, { ...plain, note: `start ${start}` }), 200);
      await (start === 0 ? service.kill() : service.stop());
    }
    const stored = await readAll(() => openSqlite(join(folder, 'feedback.sqlite')));
    assert.deepEqual(
      stored.map(({ note }) => note),
      ['start 2'],
    );
  });

  test('the key is nobody else’s to read, and gone when its day is', () => {
    const keys = keysIn(folder);
    const [name = ''] = readdirSync(folder).filter((each) => each.endsWith('.key'));
    assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600);
    const own = keys.of('2026-01-02');
    assert.deepEqual(keysIn(folder).of('2026-01-02'), own);
    assert.notDeepEqual(keys.of('2026-01-03'), own);
    keys.forget('2026-01-03');
    assert.deepEqual(
      readdirSync(folder).filter((each) => each.endsWith('.key') && each < 'day-2026-02'),
      ['day-2026-01-03.key'],
    );
  });

  test('where no file can be written, the key is in memory', () => {
    writeFileSync(join(folder, 'file'), '');
    assert.equal(keysIn(join(folder, 'file')).of('2026-01-02').length, 32);
    keysIn(join(folder, 'file')).forget('2026-01-02');
  });
});

test('the answers are nobody else’s to read, also those of an earlier version', async () => {
  const file = join(folder, 'own/feedback.sqlite');
  const modes = () =>
    readdirSync(join(folder, 'own')).map(
      (name) => statSync(join(folder, 'own', name)).mode & 0o777,
    );
  const store = await openSqlite(file);
  assert.ok(modes().length >= 2);
  assert.deepEqual(new Set(modes()), new Set([0o600]));
  await store.close();
  chmodSync(file, 0o644);
  const again = await openSqlite(file);
  assert.deepEqual(new Set(modes()), new Set([0o600]));
  await again.close();
});

describe('the metrics', () => {
  const path = '/api/feedback/metrics';
  const token = 'a token that is only used in the tests';

  test('are not for everybody where the service stands beside the site', async () => {
    const service = await startService({ metrics: { local: false, token } });
    const status = async (headers: Record<string, string>) =>
      (await ask(service.port, path, { headers })).status;
    assert.equal(await status({}), 403);
    assert.equal(await status({ authorization: 'Bearer wrong' }), 403);
    assert.equal(await status({ authorization: `Bearer ${token}` }), 200);
    await service.close();
  });

  test('are for this machine where it is alone, and not for whom a proxy hands on', async () => {
    const service = await startService({ metrics: { local: true } });
    const status = async (headers: Record<string, string>) =>
      (await ask(service.port, path, { headers })).status;
    assert.equal(await status({}), 200);
    assert.equal(await status({ 'x-forwarded-for': '127.0.0.1' }), 200);
    for (const hops of ['203.0.113.7', '127.0.0.1, 203.0.113.7', '203.0.113.7, ::1'])
      assert.equal(await status({ 'x-forwarded-for': hops }), 403, hops);
    assert.equal(await status({ forwarded: 'for=203.0.113.7' }), 403);
    await service.close();
  });
});

test('a report of which the first line is enough ends quietly', async () => {
  const data = join(folder, 'report');
  const store = await openSqlite(join(data, 'feedback.sqlite'));
  const note = 'x'.repeat(400);
  await Promise.all(
    Array.from({ length: 2000 }, (_, port) =>
      store.put({
        ...{ day: '2026-11-20', port, locale: 'en', face: 'no', reasons: [], note, version: '' },
        vote: Buffer.from(String(port).padStart(16)),
      }),
    ),
  );
  await store.close();
  for (const command of ['feedback-report.ts', 'feedback-report.ts --json', 'feedback-export.ts']) {
    const [name = '', option = ''] = command.split(' ');
    const script = join(import.meta.dirname, '../../../src/cli', name);
    const { stderr, stdout } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${script}" ${option} | head -1`],
      { encoding: 'utf8', env: { ...process.env, PORTOLAN_DATA: data, DATABASE_URL: '' } },
    );
    assert.equal(stderr, '', command);
    assert.equal(stdout.trimEnd().split('\n').length, 1);
  }
});

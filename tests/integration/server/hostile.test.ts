/** Readers who take more than their share, over real connections. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { SHARE } from '../../../src/server/client-share.ts';
import { compressors } from '../../../src/server/encodings.ts';
import { type Listening, listen } from '../../../src/server/listen.ts';
import { createSite } from '../../../src/server/site.ts';
import { ask } from '../../helpers/client.ts';

const temporary = mkdtempSync(join(tmpdir(), 'portolan-hostile-'));
const folder = join(temporary, 'dist');
const big = Buffer.from(Array.from({ length: 3_000_000 }, (_, index) => 97 + (index % 20)));
const middle = Buffer.from(Array.from({ length: 200_000 }, (_, index) => 97 + (index % 26)));
const open: Listening[] = [];

async function serve(share = SHARE): Promise<Listening> {
  const site = createSite({ folder, cacheBytes: 8_000_000 }); // Of which big.json is more than a quarter.
  const listening = await listen(site, 0, ['127.0.0.1'], share);
  open.push(listening);
  return listening;
}

let site: Listening;
before(async () => {
  mkdirSync(folder);
  writeFileSync(join(folder, '404.html'), 'no');
  writeFileSync(join(folder, 'big.json'), big);
  writeFileSync(join(folder, 'middle.txt'), middle);
  writeFileSync(join(folder, 'small.txt'), 'small');
  writeFileSync(join(folder, '5432.html'), 'PostgreSQL');
  site = await serve();
});
after(async () => {
  await Promise.all(open.map(({ close }) => close()));
  rmSync(temporary, { recursive: true, force: true });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(20);
}

/** Asks, and reads nothing of the answer. */
async function deaf(port: number, path: string, from = '127.0.0.1'): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  socket.on('error', () => {});
  await once(socket, 'connect');
  socket.pause();
  socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
  return socket;
}

test('a large file is compressed once, however often it is asked for', async (t) => {
  for (const encoding of ['br', 'gzip'] as const) {
    const made = t.mock.method(compressors[encoding], 'stream');
    const asked = () => ask(site.port, '/big.json', { headers: { 'accept-encoding': encoding } });
    const answers = await Promise.all(Array.from({ length: 20 }, asked));
    for (const { headers, status } of [...answers, await asked()]) {
      assert.equal(status, 200);
      assert.equal(headers['content-encoding'], encoding);
      assert.equal(headers['content-length'], String(answers[0]?.body.length));
    }
    assert.equal(made.mock.callCount(), 1);
  }
});

test('what does not fit into memory is sent as it is', async () => {
  const app = createSite({ folder, cacheBytes: 1_000_000 });
  const { body, headers } = await app.request('/big.json', {
    headers: { 'accept-encoding': 'br' },
  });
  assert.equal(headers.get('content-encoding'), null);
  assert.equal(headers.get('content-length'), String(big.length));
  await body?.cancel();
});

describe('a reader who does not read', () => {
  test('loses the connection', async () => {
    const { connections, port } = await serve({ ...SHARE, idle: 200 });
    await Promise.all(Array.from({ length: 20 }, () => deaf(port, '/big.json')));
    await until(async () => (await connections()) === 0);
  });

  test('or takes too long with all of it', async () => {
    const { connections, port } = await serve({ ...SHARE, answer: 300 });
    const socket = await deaf(port, '/big.json');
    const trickle = setInterval(() => socket.read(100), 20);
    await until(async () => (await connections()) === 0);
    clearInterval(trickle);
  });
});

test('one client has so many connections, and others have theirs', async (t) => {
  if (process.platform !== 'linux') return t.skip('needs a second address of this machine');
  const { connections, port } = await serve({ ...SHARE, connections: 5 });
  const sockets = await Promise.all(
    Array.from({ length: 20 }, () => deaf(port, '/big.json', '127.0.0.2')),
  );
  await until(async () => (await connections()) <= 5);
  assert.equal((await ask(port, '/small.txt')).status, 200);
  const other = await deaf(port, '/small.txt', '127.0.0.3');
  const [answer] = await once(other.resume(), 'data');
  assert.match(String(answer), /^HTTP\/1\.1 200/);
  for (const socket of [...sockets, other]) socket.destroy();
});

test('one client has so many requests in work, and another one’s comes in between', async (t) => {
  if (process.platform !== 'linux') return t.skip('needs a second address of this machine');
  const order: string[] = [];
  const underWay: (() => void)[] = [];
  const app = {
    fetch: (request: Request) =>
      new Promise<Response>((resolve) => {
        order.push(new URL(request.url).pathname);
        underWay.push(() => resolve(new Response('x')));
      }),
  };
  const { close, connections, port } = await listen(app, 0, ['127.0.0.1'], {
    ...SHARE,
    atOnce: 2,
    waiting: 10,
  });
  const first = await Promise.all([1, 2, 3, 4].map((n) => deaf(port, `/${n}`, '127.0.0.2')));
  await until(async () => (await connections()) === 4 && order.length >= 2);
  const other = await deaf(port, '/other', '127.0.0.3');
  await until(async () => order.includes('/other'));
  assert.equal(order.length, 3);
  for (const socket of first.slice(0, 2)) socket.resume();
  for (const act of underWay.splice(0)) act();
  await until(async () => order.length === 5);
  // One that sends more than may wait loses its connection.
  const greedy = await deaf(port, '/5', '127.0.0.4');
  const lost = once(greedy.resume(), 'close');
  greedy.write('GET /6 HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(20));
  await lost;
  for (const socket of [...first, other]) socket.destroy();
  for (const act of underWay) act();
  await close();
});

test('an address that is longer than any of the site’s is not looked at', async () => {
  const app = createSite({ folder });
  for (const part of ['a//', '.html', 'a/', '%41']) {
    const { headers, status } = await app.request(`/${part.repeat(15_000 / part.length)}`);
    assert.deepEqual([status, headers.get('location')], [404, null]);
  }
});

describe('part of a file', () => {
  const get = (path: string, headers: Record<string, string>, method = 'GET') =>
    ask(site.port, path, { headers, method });

  test('that is large, from memory or from the disk', async () => {
    for (const [path, bytes] of [
      ['/big.json', big],
      ['/middle.txt', middle],
    ] as const) {
      const { length } = bytes;
      for (const [range, from, to] of [
        ['bytes=0-99', 0, 99],
        ['bytes=100-', 100, length - 1],
        ['bytes=-50', length - 50, length - 1],
        [`bytes=${length - 1}-`, length - 1, length - 1],
        ['bytes=5-99999999999', 5, length - 1],
        ['bytes=-99999999999', 0, length - 1],
      ] as const) {
        const answer = await get(path, { range, 'accept-encoding': 'br' });
        assert.equal(answer.status, 206, range);
        assert.equal(answer.headers['content-range'], `bytes ${from}-${to}/${length}`);
        assert.equal(answer.headers['content-encoding'], undefined);
        assert.ok(answer.body.equals(bytes.subarray(from, to + 1)), range);
      }
    }
  });

  test('that has no such bytes', async () => {
    for (const range of ['bytes=3000000-', 'bytes=-0']) {
      const answer = await get('/big.json', { range });
      assert.equal(answer.status, 416);
      assert.equal(answer.headers['content-range'], 'bytes */3000000');
    }
  });

  test('the whole where the range is none, is another file’s, or the file is small', async () => {
    const { etag = '', 'last-modified': modified = '' } = (await get('/big.json', {})).headers;
    const range = 'bytes=0-9';
    for (const [path, headers] of [
      ['/big.json', { range: 'bytes=9-0' }],
      ['/big.json', { range: 'bytes=0-1,3-4' }],
      ['/big.json', { range: 'lines=0-1' }],
      ['/big.json', { range: 'bytes=-' }],
      ['/big.json', { range, 'if-range': '"other"' }],
      ['/big.json', { range, 'if-range': `W/${etag}` }],
      ['/small.txt', { range }],
    ] as const)
      assert.equal((await get(path, headers)).status, 200, JSON.stringify(headers));
    for (const condition of [etag, modified])
      assert.equal((await get('/big.json', { range, 'if-range': condition })).status, 206);
    assert.equal((await get('/big.json', { range }, 'HEAD')).status, 200);
  });

  test('only of the file that is expected', async () => {
    const { etag = '', 'last-modified': modified = '' } = (await get('/big.json', {})).headers;
    const status = async (headers: Record<string, string>) =>
      (await get('/big.json', headers)).status;
    assert.equal(await status({ 'if-match': etag }), 200);
    assert.equal(await status({ 'if-match': `"other", ${etag}` }), 200);
    assert.equal(await status({ 'if-match': '*' }), 200);
    assert.equal(await status({ 'if-match': '"other"' }), 412);
    assert.equal(await status({ 'if-match': '"other"', 'if-none-match': etag }), 412);
    assert.equal(await status({ 'if-unmodified-since': modified }), 200);
    assert.equal(await status({ 'if-unmodified-since': new Date(0).toUTCString() }), 412);
    assert.equal(await status({ 'if-unmodified-since': 'yesterday' }), 200);
  });
});

test('a new build brings its names', async () => {
  const names = (text: string) => {
    writeFileSync(join(temporary, 'names'), text);
    renameSync(join(temporary, 'names'), join(folder, '.names.json'));
  };
  names('{"postgresql":5432}');
  const listening = await serve();
  const leads = async (path: string) => (await ask(listening.port, path)).headers.location;
  assert.equal(await leads('/postgresql'), '/5432');
  names('{"postgresql":5432,"postgres":5432}');
  await until(async () => (await leads('/postgres')) === '/5432');
});

test('files that cannot be opened are said once a second', () => {
  const script = `
    import { createSite } from ${JSON.stringify(join(import.meta.dirname, '../../../src/server/site.ts'))};
    const app = createSite({ folder: ${JSON.stringify(folder)}, logError: undefined });
    await import('node:fs').then(({ chmodSync }) => chmodSync(${JSON.stringify(folder)}, 0o700));
    await import('node:fs').then((fs) => { while (true) try { fs.openSync('/dev/null') } catch { break } });
    for (let turn = 0; turn < 500; turn++) await app.request('/big.json');
  `;
  const { stderr } = spawnSync(
    'sh',
    ['-c', 'ulimit -n 128; exec "$0" --input-type=module -e "$1"', process.execPath, script],
    { encoding: 'utf8' },
  );
  const lines = stderr.split('\n').filter((line) => line.includes('EMFILE'));
  assert.ok(lines.length >= 1 && lines.length < 100, stderr.slice(0, 500));
});

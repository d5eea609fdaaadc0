/** Many requests at once, and clients that leave. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { listen } from '../../../src/server/listen.ts';
import { createSite } from '../../../src/server/site.ts';
import { ask } from '../../helpers/client.ts';
import { bigFile, page, type SampleSite, serveSampleSite } from '../../helpers/sample-site.ts';

let site: SampleSite;
before(async () => {
  site = await serveSampleSite();
});
after(() => site.remove());

describe('many at once', () => {
  test('5,000 requests in one burst are all answered, and rightly', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 250 });
    const paths = ['/3330', '/443', '/about', '/range/3000-3999', '/3330.json', '/chart.png'];
    const accepted = ['br', 'gzip', 'identity'];
    const plain = new Map<string, Buffer>();
    for (const path of paths) plain.set(path, (await site.get(path)).body);
    const unpack: Record<string, (packed: Buffer) => Buffer> = {
      br: brotliDecompressSync,
      gzip: gunzipSync,
      identity: (body) => body,
    };
    const burst = Array.from({ length: 5000 }, async (_, index) => {
      const path = paths[index % paths.length] ?? '/';
      const accept = accepted[index % accepted.length] ?? '';
      const { status, headers, body } = await ask(site.port, path, {
        headers: { 'accept-encoding': accept },
        agent,
      });
      assert.equal(status, 200);
      const content = unpack[headers['content-encoding'] ?? 'identity']?.(body);
      assert.ok(content?.equals(plain.get(path) ?? Buffer.alloc(0)), path);
    });
    await Promise.all(burst);
    agent.destroy();
  });

  test('many different files are all sent, from a cache too small for them', async (context) => {
    const many = join(site.temporary, 'many');
    mkdirSync(many);
    for (let index = 0; index < 1500; index++) {
      writeFileSync(join(many, `p${index}.html`), `${page}${index}`);
    }
    const cacheBytes = 200_000;
    const own = await listen(createSite({ folder: many, cacheBytes }), 0, ['127.0.0.1']);
    const agent = new Agent({ keepAlive: true, maxSockets: 250 });
    context.after(() => {
      agent.destroy();
      return own.close();
    });
    const answers = await Promise.all(
      Array.from({ length: 1500 }, (_, index) => ask(own.port, `/p${index}`, { agent })),
    );
    for (const [index, { status, body }] of answers.entries()) {
      assert.equal(status, 200);
      assert.equal(body.toString(), `${page}${index}`);
    }
  });

  test('a client that leaves early does no harm', async () => {
    for (let index = 0; index < 20; index++) {
      const socket = connect(site.port, '127.0.0.1');
      const accept = index % 2 ? 'br' : 'identity';
      socket.write(`GET /big.json HTTP/1.1\r\nHost: a\r\nAccept-Encoding: ${accept}\r\n\r\n`);
      await once(socket, 'data');
      socket.destroy();
    }
    assert.equal((await site.get('/big.json')).body.toString(), bigFile);
  });
});

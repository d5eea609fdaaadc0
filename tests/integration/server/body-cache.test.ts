/** What the server keeps in memory. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BodyCache } from '../../../src/server/body-cache.ts';

describe('the cache of bodies', () => {
  test('the cache keeps what was used last, within its limit, and makes a body once', async () => {
    const cache = new BodyCache(10_000);
    let made = 0;
    const make = async () => {
      made++;
      return Buffer.alloc(3000);
    };
    await Promise.all(Array.from({ length: 50 }, () => cache.get('a', make)));
    assert.equal(made, 1);
    await cache.get('b', make);
    await cache.get('c', make);
    await cache.get('a', make); // Used again, so b is now the oldest.
    await cache.get('d', make);
    assert.equal(made, 4);
    assert.ok(cache.bytes <= 10_000);
    await cache.get('a', make);
    assert.equal(made, 4);
    await cache.get('b', make);
    assert.equal(made, 5);
    await cache.get('huge', async () => Buffer.alloc(20_000));
    assert.ok(cache.bytes <= 10_000);
  });

  test('a cached body keeps no more memory than it has bytes', async () => {
    const cache = new BodyCache(10_000);
    const large = Buffer.alloc(16_384, 'a');
    const body = await cache.get('a', async () => large.subarray(0, 100));
    assert.equal(body.toString(), 'a'.repeat(100));
    assert.equal(body.buffer.byteLength, 100);
  });

  test('a body that cannot be made is tried again the next time', async () => {
    const cache = new BodyCache(10_000);
    const fail = () => Promise.reject(new Error('no'));
    await assert.rejects(cache.get('a', fail));
    assert.equal((await cache.get('a', async () => Buffer.alloc(1))).length, 1);
  });
});

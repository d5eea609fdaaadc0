/** What is compressed, how, and for whom. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { chooseEncoding } from '../../../src/server/encodings.ts';
import { bytes, type SampleSite, serveSampleSite } from '../../helpers/sample-site.ts';

let site: SampleSite;
before(async () => {
  site = await serveSampleSite();
});
after(() => site.remove());

describe('compression', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

  test('each encoding gives the same bytes back, from memory too and as a stream', async () => {
    for (const path of ['/3330', '/3330', '/big.json', '/_assets/site.77aa.js', '/mark.svg']) {
      const plain = await site.get(path);
      assert.equal(plain.headers['content-encoding'], undefined);
      assert.equal(plain.headers['content-length'], String(plain.body.length));
      assert.equal(plain.headers.vary, 'Accept-Encoding');
      for (const [encoding, unpackIt] of Object.entries(unpack)) {
        const { headers, body } = await site.get(path, { 'accept-encoding': encoding });
        assert.equal(headers['content-encoding'], encoding, path);
        assert.equal(headers.vary, 'Accept-Encoding');
        assert.equal(headers.etag, `W/${plain.headers.etag}`);
        assert.ok(body.length < plain.body.length / 2, `${path} in ${encoding}: ${body.length}`);
        assert.ok(unpackIt(body).equals(plain.body), `${path} in ${encoding}`);
      }
    }
  });

  test('what is compressed already, or tiny, is sent as it is', async () => {
    for (const path of [
      ...['/chart.png', '/_assets/face.11aa.woff2', '/unknown.thing'],
      ...['/pagefind/en_1.pf_meta', '/pagefind/wasm.en.pagefind'],
    ]) {
      const { headers, body } = await site.get(path, { 'accept-encoding': 'br, gzip' });
      assert.equal(headers['content-encoding'], undefined, path);
      assert.equal(headers.vary, undefined, path);
      assert.ok(body.equals(bytes), path);
    }
    const tiny = await site.get('/sitemap.xml', { 'accept-encoding': 'br' });
    assert.equal(tiny.headers['content-encoding'], undefined);
    assert.equal(tiny.headers.vary, 'Accept-Encoding');
  });

  test('the client’s wishes decide', () => {
    for (const [header, encoding] of [
      [null, undefined],
      ['', undefined],
      ['identity', undefined],
      ['deflate', undefined],
      ['gzip', 'gzip'],
      ['x-gzip', 'gzip'],
      ['gzip, deflate', 'gzip'],
      ['gzip, deflate, br, zstd', 'br'],
      ['zstd, gzip', 'gzip'],
      ['zstd', undefined],
      ['GZIP, BR', 'br'],
      ['br;q=0.5, gzip;q=0.9', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['br; q=0.000, gzip ; q=0', undefined],
      ['*', 'br'],
      ['*;q=0', undefined],
      ['*;q=0.1, br;q=0', 'gzip'],
      ['gzip;q=nonsense', undefined],
    ] as const) {
      assert.equal(chooseEncoding(header), encoding, String(header));
    }
  });
});

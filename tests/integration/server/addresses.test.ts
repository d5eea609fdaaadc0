/** Which file an address gives, and what there is where it gives none. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { listen } from '../../../src/server/listen.ts';
import { createSite } from '../../../src/server/site.ts';
import { ask } from '../../helpers/client.ts';
import { files, type SampleSite, serveSampleSite } from '../../helpers/sample-site.ts';

let site: SampleSite;
before(async () => {
  site = await serveSampleSite();
});
after(() => site.remove());

describe('addresses', () => {
  test('a page is at its address without an extension', async () => {
    for (const [path, file] of [
      ['/', 'index.html'],
      ['/3330', '3330.html'],
      ['/3330?lang=ru', '3330.html'],
      ['/%33330', '3330.html'],
      ['/404', 'port-404.html'],
      ['/range/3000-3999', 'range/3000-3999.html'],
      ['/_assets/site.4f2a.css', '_assets/site.4f2a.css'],
    ] as const) {
      const { status, body } = await site.get(path);
      assert.equal(status, 200, path);
      assert.equal(body.toString(), String(files[file]), path);
    }
  });

  test('every kind of file has its type', async () => {
    for (const [path, type] of [
      ['/3330', 'text/html; charset=utf-8'],
      ['/3330.json', 'application/json; charset=utf-8'],
      ['/ports.csv', 'text/csv; charset=utf-8'],
      ['/notes.txt', 'text/plain; charset=utf-8'],
      ['/sitemap.xml', 'application/xml; charset=utf-8'],
      ['/mark.svg', 'image/svg+xml; charset=utf-8'],
      ['/chart.png', 'image/png'],
      ['/site.webmanifest', 'application/manifest+json; charset=utf-8'],
      ['/unknown.thing', 'application/octet-stream'],
      ['/_assets/site.4f2a.css', 'text/css; charset=utf-8'],
      ['/_assets/site.77aa.js', 'text/javascript; charset=utf-8'],
      ['/_assets/index.9c1d.wasm', 'application/wasm'],
      ['/_assets/face.11aa.woff2', 'font/woff2'],
      ['/pagefind/pagefind.js', 'text/javascript; charset=utf-8'],
      ['/pagefind/wasm.en.pagefind', 'application/octet-stream'],
      ['/pagefind/en_1.pf_meta', 'application/octet-stream'],
      ['/pagefind/index/en_2.pf_index', 'application/octet-stream'],
      ['/pagefind/fragment/en_3.pf_fragment', 'application/octet-stream'],
    ] as const) {
      const { status, headers } = await site.get(path);
      assert.equal(status, 200, path);
      assert.equal(headers['content-type'], type, path);
    }
  });

  test('HEAD has the headers of GET and no body', async () => {
    for (const path of ['/3330', '/big.json', '/chart.png', '/nothing', '/tcp/80']) {
      for (const accept of ['identity', 'br']) {
        const headers = { 'accept-encoding': accept };
        const head = await ask(site.port, path, { method: 'HEAD', headers });
        const full = await ask(site.port, path, { headers });
        assert.equal(head.body.length, 0);
        assert.equal(head.status, full.status);
        const { date: _a, 'transfer-encoding': _b, ...own } = head.headers;
        const { date: _c, 'transfer-encoding': _d, ...its } = full.headers;
        assert.deepEqual(own, its, `${path} ${accept}`);
      }
    }
  });

  test('other methods are refused', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      for (const path of ['/3330', '/nothing', '/tcp/80']) {
        const { status, headers } = await ask(site.port, path, { method });
        assert.equal(status, 405);
        assert.equal(headers.allow, 'GET, HEAD');
        assert.equal(headers['x-content-type-options'], 'nosniff');
      }
    }
  });
});

describe('what is not there', () => {
  test('the 404 page, with status 404', async () => {
    for (const path of [
      ...['/nothing', '/65536', '/range', '/range/nothing', '/3330/x', '/tcp/65536'],
      ...['/_assets/gone.css', '/data.json', '/.stamp', '/.git/config', '/_headers', '/_redirects'],
      `/${'a'.repeat(2000)}`,
    ]) {
      const { status, headers, body } = await site.get(path);
      assert.equal(status, 404, path);
      assert.equal(body.toString(), files['404.html'], path);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8');
      assert.equal(headers['cache-control'], 'no-cache', path);
      assert.equal(headers.etag, undefined);
    }
  });

  test('it is compressed too, and never 304', async () => {
    const headers = { 'accept-encoding': 'gzip', 'if-none-match': '*' };
    const answer = await site.get('/nothing', headers);
    assert.equal(answer.status, 404);
    assert.equal(gunzipSync(answer.body).toString(), files['404.html']);
  });

  test('a site without a 404 page says so in text', async (context) => {
    const empty = join(site.temporary, 'empty');
    mkdirSync(empty);
    const bare = await listen(createSite({ folder: empty }), 0, ['127.0.0.1']);
    context.after(() => bare.close());
    const { status, headers, body } = await ask(bare.port, '/');
    assert.equal(status, 404);
    assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
    assert.equal(body.toString(), 'Not found\n');
  });
});

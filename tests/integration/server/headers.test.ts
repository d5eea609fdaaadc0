/** The headers of an answer, and what need not be sent again. */
import assert from 'node:assert/strict';
import { rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { rulesFor } from '../../../src/server/headers.ts';
import { page, type SampleSite, serveSampleSite } from '../../helpers/sample-site.ts';

let site: SampleSite;
before(async () => {
  site = await serveSampleSite();
});
after(() => site.remove());

describe('what the client has already', () => {
  test('304 by tag or by time, with the headers and without a body', async () => {
    for (const path of ['/3330', '/big.json', '/chart.png', '/_assets/site.4f2a.css']) {
      const { headers } = await site.get(path);
      const etag = headers.etag ?? '';
      const time = headers['last-modified'] ?? '';
      assert.match(etag, /^"[\w-]+"$/);
      for (const condition of [
        { 'if-none-match': etag },
        { 'if-none-match': `W/${etag}` },
        { 'if-none-match': `"other", ${etag}` },
        { 'if-none-match': '*' },
        { 'if-modified-since': time },
        { 'if-none-match': etag, 'if-modified-since': new Date(0).toUTCString() },
      ]) {
        const answer = await site.get(path, { ...condition, 'accept-encoding': 'br' });
        assert.equal(answer.status, 304, JSON.stringify(condition));
        assert.equal(answer.body.length, 0);
        assert.equal(answer.headers.etag?.replace('W/', ''), etag);
        assert.equal(answer.headers['cache-control'], headers['cache-control']);
        assert.equal(answer.headers.vary, headers.vary);
        assert.equal(answer.headers['content-encoding'], undefined);
      }
      for (const condition of [
        { 'if-none-match': '"other"' },
        { 'if-modified-since': new Date(0).toUTCString() },
        { 'if-modified-since': 'no date' },
        { 'if-none-match': '"other"', 'if-modified-since': time },
      ]) {
        assert.equal((await site.get(path, condition)).status, 200, JSON.stringify(condition));
      }
    }
  });

  test('a file that changes is sent anew, also from the cache', async () => {
    const path = join(site.folder, 'changing.html');
    writeFileSync(path, page);
    const accept = { 'accept-encoding': 'gzip' };
    const first = await site.get('/changing', accept);
    const changed = page.replace('3330', '3331');
    writeFileSync(path, changed);
    utimesSync(path, new Date(), new Date(statSync(path).mtimeMs + 5000));
    const second = await site.get('/changing', {
      ...accept,
      'if-none-match': first.headers.etag ?? '',
    });
    assert.equal(second.status, 200);
    assert.equal(gunzipSync(second.body).toString(), changed);
    rmSync(path);
    assert.equal((await site.get('/changing', accept)).status, 404);
  });
});

describe('headers', () => {
  const security = {
    'content-security-policy':
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
      "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; " +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
  };

  test('every answer is secured', async () => {
    for (const path of ['/', '/3330', '/3330.json', '/chart.png', '/nothing', '/tcp/80', '/%zz']) {
      const { headers } = await site.get(path);
      for (const [name, value] of Object.entries(security))
        assert.equal(headers[name], value, path);
      assert.match(String(headers['permissions-policy']), /camera=\(\)/);
    }
  });

  test('what other sites may show is data and pictures', async () => {
    for (const [path, who] of [
      ...['/', '/3330', '/nothing', '/tcp/80', '/%zz', '/_assets/site.77aa.js'].map(
        (own) => [own, 'same-origin'] as const,
      ),
      ...['/3330.json', '/ports.csv', '/chart.png', '/mark.svg'].map(
        (open) => [open, 'cross-origin'] as const,
      ),
    ])
      assert.equal((await site.get(path)).headers['cross-origin-resource-policy'], who, path);
  });

  test('Strict-Transport-Security is as the setting has it, and not sent without', () => {
    const sent = (PORTOLAN_HSTS?: string) =>
      rulesFor({ PORTOLAN_HSTS })[0]?.headers['Strict-Transport-Security'];
    assert.equal(sent(), undefined);
    assert.equal(sent(''), undefined);
    for (const value of ['max-age=31536000', 'max-age=63072000; includeSubDomains; preload'])
      assert.equal(sent(value), value);
    for (const wrong of ['1', 'max-age=-1', 'max-age=1\r\nX: y', 'max-age=1; report'])
      assert.throws(() => sent(wrong), /^Error: PORTOLAN_HSTS must be like/);
  });

  test('files with a hash in their names are kept for good, pages for minutes', async () => {
    for (const [path, value] of [
      ['/_assets/site.4f2a.css', 'public, max-age=31536000, immutable'],
      ['/3330', 'public, max-age=300, must-revalidate'],
      ['/3330.json', 'public, max-age=300, must-revalidate'],
      ['/tcp/80', 'public, max-age=300, must-revalidate'],
      ['/_assets/gone.css', 'no-cache'],
    ] as const) {
      assert.equal((await site.get(path)).headers['cache-control'], value, path);
    }
  });

  test('data is open to scripts of other sites, and pages are not', async () => {
    for (const path of ['/3330.json', '/ports.csv', '/notes.txt', '/sitemap.xml', '/big.json']) {
      assert.equal((await site.get(path)).headers['access-control-allow-origin'], '*', path);
    }
    for (const path of ['/', '/3330', '/chart.png', '/_assets/site.77aa.js']) {
      assert.equal((await site.get(path)).headers['access-control-allow-origin'], undefined, path);
    }
  });
});

import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { BodyCache } from '../../../src/server/body-cache.ts';
import { chooseEncoding } from '../../../src/server/encodings.ts';
import { headersFor } from '../../../src/server/headers.ts';
import { headersFile, redirectsFile } from '../../../src/server/host-files.ts';
import { limiter } from '../../../src/server/limiter.ts';
import { type Listening, listen } from '../../../src/server/listen.ts';
import { languages, redirectFor } from '../../../src/server/redirects.ts';
import { createSite } from '../../../src/server/site.ts';
import { ask, askRaw } from '../../helpers/client.ts';
import { hostHeaders, hostRedirect, redirectRules } from '../../helpers/host-rules.ts';

const root = join(import.meta.dirname, '../../..');
const page = `<!doctype html><title>Port 3330</title>${'<p>What listens on port 3330?</p>'.repeat(300)}`;
const bigFile = JSON.stringify(
  Array.from({ length: 120_000 }, (_, port) => ({ port, n: port * 7 })),
);
const bytes = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 31) % 256));

const files: Record<string, string | Buffer> = {
  'index.html': '<!doctype html><title>Portolan</title>',
  '404.html': `<!doctype html><title>No such page</title>${'<p>Nothing here.</p>'.repeat(100)}`,
  '443.html': page,
  '3330.html': page,
  'about.html': page,
  'port-404.html': page.replaceAll('3330', '404'),
  'range/3000-3999.html': page,
  '3330.json': JSON.stringify({ port: 3330, text: 'x'.repeat(2000) }),
  'ports.csv': 'port,name\n'.repeat(500),
  'notes.txt': 'text\n'.repeat(500),
  'sitemap.xml': '<urlset/>',
  'big.json': bigFile,
  'chart.png': bytes,
  'mark.svg': `<svg xmlns="http://www.w3.org/2000/svg">${'<path/>'.repeat(300)}</svg>`,
  'site.webmanifest': '{}',
  'unknown.thing': bytes,
  '_assets/site.4f2a.css': 'a { color: red }\n'.repeat(200),
  '_assets/site.77aa.js': 'console.log(1);\n'.repeat(200),
  '_assets/index.9c1d.wasm': bytes,
  '_assets/face.11aa.woff2': bytes,
  'pagefind/pagefind.js': 'export {};\n'.repeat(200),
  'pagefind/wasm.en.pagefind': bytes,
  'pagefind/en_1.pf_meta': bytes,
  'pagefind/index/en_2.pf_index': bytes,
  'pagefind/fragment/en_3.pf_fragment': bytes,
  '.stamp': 'secret',
  _headers: '/*\n',
  _redirects: '/a /b\n',
};

const temporary = mkdtempSync(join(tmpdir(), 'portolan-server-'));
const folder = join(temporary, 'dist');
let service: Listening;
let port: number;

before(async () => {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(join(temporary, 'outside.html'), 'secret');
  writeFileSync(join(temporary, 'outside.txt'), 'secret');
  service = await listen(createSite({ folder }), 0, ['127.0.0.1']);
  port = service.port;
});

after(async () => {
  await service.close();
  rmSync(temporary, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => ask(port, path, { headers });

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
      const { status, body } = await get(path);
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
      const { status, headers } = await get(path);
      assert.equal(status, 200, path);
      assert.equal(headers['content-type'], type, path);
    }
  });

  test('HEAD has the headers of GET and no body', async () => {
    for (const path of ['/3330', '/big.json', '/chart.png', '/nothing', '/tcp/80']) {
      for (const accept of ['identity', 'br']) {
        const headers = { 'accept-encoding': accept };
        const head = await ask(port, path, { method: 'HEAD', headers });
        const full = await ask(port, path, { headers });
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
        const { status, headers } = await ask(port, path, { method });
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
      const { status, headers, body } = await get(path);
      assert.equal(status, 404, path);
      assert.equal(body.toString(), files['404.html'], path);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8');
      assert.equal(headers['cache-control'], 'no-cache', path);
      assert.equal(headers.etag, undefined);
    }
  });

  test('it is compressed too, and never 304', async () => {
    const headers = { 'accept-encoding': 'gzip', 'if-none-match': '*' };
    const answer = await get('/nothing', headers);
    assert.equal(answer.status, 404);
    assert.equal(gunzipSync(answer.body).toString(), files['404.html']);
  });

  test('a site without a 404 page says so in text', async (context) => {
    const empty = join(temporary, 'empty');
    mkdirSync(empty);
    const bare = await listen(createSite({ folder: empty }), 0, ['127.0.0.1']);
    context.after(() => bare.close());
    const { status, headers, body } = await ask(bare.port, '/');
    assert.equal(status, 404);
    assert.equal(headers['content-type'], 'text/plain; charset=utf-8');
    assert.equal(body.toString(), 'Not found\n');
  });
});

describe('addresses made to do harm', () => {
  const send = (path: string) =>
    askRaw(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

  test('nothing outside the folder can be had', async () => {
    for (const path of [
      '/../outside.txt',
      '/../outside',
      '/range/../../outside.txt',
      '/..%2foutside.txt',
      '/%2e%2e/outside.txt',
      '/%2e%2e%2foutside.txt',
      '/.%2e/outside',
      '/range/..%2f..%2foutside.txt',
      '/..\\outside.txt',
      '/..%5coutside.txt',
      '/%252e%252e/outside.txt',
      '/..;/outside.txt',
      '//../outside.txt',
      '/./../outside.txt',
      '/....//outside.txt',
      `/${'../'.repeat(20)}etc/passwd`,
      `${folder}/../outside.txt`,
      `//${temporary}/outside.txt`,
      '/%00../outside.txt',
      '/..%c0%afoutside.txt',
      'outside.txt',
      '../outside.txt',
      'http://localhost/../outside.txt',
      'file:///etc/passwd',
    ]) {
      const answer = await send(path);
      assert.match(answer, /^HTTP\/1\.1 (301|400|404) /, path);
      assert.doesNotMatch(answer, /secret|root:/, path);
    }
  });

  test('bad encoding and null bytes are bad requests', async () => {
    for (const path of [
      '/%',
      '/%zz',
      '/%e0%a4%a',
      '/%ff',
      '/a%00',
      '/3330%00.html',
      '/a%2Fb',
      '/a%5cb',
    ]) {
      const answer = await send(path);
      assert.match(answer, /^HTTP\/1\.1 400 /, path);
      assert.match(answer, /x-content-type-options: nosniff/i, path);
    }
    assert.match(await send('/a\0b'), /^HTTP\/1\.1 400 /);
    assert.match(await send('/a\\b'), /^HTTP\/1\.1 400 /);
  });

  test('a host name that is none is a bad request, and HTTP/1.0 needs none', async () => {
    const bad = await askRaw(port, 'GET / HTTP/1.1\r\nHost: a/b@c\r\nConnection: close\r\n\r\n');
    assert.match(bad, /^HTTP\/1\.1 400 /);
    assert.match(bad, /content-security-policy/i);
    assert.match(await askRaw(port, 'GET /3330 HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 200 /);
  });

  test('no redirect leads to another site', async () => {
    for (const path of [
      '//evil.example/',
      '///evil.example/',
      '//evil.example/index.html',
      '/%2f/evil.example/',
      '/\\evil.example/',
      '/tcp//evil.example/',
      '//evil.example/%2e%2e',
      '/ru//evil.example/',
    ]) {
      const location = /^location: (.*)\r$/im.exec(await send(path))?.[1];
      if (location !== undefined) assert.match(location, /^\/(?![/\\])/, path);
    }
  });

  test('a line break in an address does not become a header', async () => {
    const answer = await send('/3330/%0d%0aSet-Cookie:%20a=b/');
    assert.doesNotMatch(answer, /^set-cookie/im);
  });
});

describe('compression', () => {
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

  test('each encoding gives the same bytes back, from memory too and as a stream', async () => {
    for (const path of ['/3330', '/3330', '/big.json', '/_assets/site.77aa.js', '/mark.svg']) {
      const plain = await get(path);
      assert.equal(plain.headers['content-encoding'], undefined);
      assert.equal(plain.headers['content-length'], String(plain.body.length));
      assert.equal(plain.headers.vary, 'Accept-Encoding');
      for (const [encoding, unpackIt] of Object.entries(unpack)) {
        const { headers, body } = await get(path, { 'accept-encoding': encoding });
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
      const { headers, body } = await get(path, { 'accept-encoding': 'br, gzip' });
      assert.equal(headers['content-encoding'], undefined, path);
      assert.equal(headers.vary, undefined, path);
      assert.ok(body.equals(bytes), path);
    }
    const tiny = await get('/sitemap.xml', { 'accept-encoding': 'br' });
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

describe('what the client has already', () => {
  test('304 by tag or by time, with the headers and without a body', async () => {
    for (const path of ['/3330', '/big.json', '/chart.png', '/_assets/site.4f2a.css']) {
      const { headers } = await get(path);
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
        const answer = await get(path, { ...condition, 'accept-encoding': 'br' });
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
        assert.equal((await get(path, condition)).status, 200, JSON.stringify(condition));
      }
    }
  });

  test('a file that changes is sent anew, also from the cache', async () => {
    const path = join(folder, 'changing.html');
    writeFileSync(path, page);
    const accept = { 'accept-encoding': 'gzip' };
    const first = await get('/changing', accept);
    const changed = page.replace('3330', '3331');
    writeFileSync(path, changed);
    utimesSync(path, new Date(), new Date(statSync(path).mtimeMs + 5000));
    const second = await get('/changing', { ...accept, 'if-none-match': first.headers.etag ?? '' });
    assert.equal(second.status, 200);
    assert.equal(gunzipSync(second.body).toString(), changed);
    rmSync(path);
    assert.equal((await get('/changing', accept)).status, 404);
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
      const { headers } = await get(path);
      for (const [name, value] of Object.entries(security))
        assert.equal(headers[name], value, path);
      assert.match(String(headers['permissions-policy']), /camera=\(\)/);
    }
  });

  test('files with a hash in their names are kept for good, pages for minutes', async () => {
    for (const [path, value] of [
      ['/_assets/site.4f2a.css', 'public, max-age=31536000, immutable'],
      ['/3330', 'public, max-age=300, must-revalidate'],
      ['/3330.json', 'public, max-age=300, must-revalidate'],
      ['/tcp/80', 'public, max-age=300, must-revalidate'],
      ['/_assets/gone.css', 'no-cache'],
    ] as const) {
      assert.equal((await get(path)).headers['cache-control'], value, path);
    }
  });

  test('data is open to scripts of other sites, and pages are not', async () => {
    for (const path of ['/3330.json', '/ports.csv', '/notes.txt', '/sitemap.xml', '/big.json']) {
      assert.equal((await get(path)).headers['access-control-allow-origin'], '*', path);
    }
    for (const path of ['/', '/3330', '/chart.png', '/_assets/site.77aa.js']) {
      assert.equal((await get(path)).headers['access-control-allow-origin'], undefined, path);
    }
  });
});

describe('redirects', () => {
  const table: [string, string][] = [
    ['/port/3330', '/3330'],
    ['/ports/3330', '/3330'],
    ['/tcp/3330', '/3330'],
    ['/udp/3330', '/3330'],
    ['/udp/3330?a=1&b=%20', '/3330?a=1&b=%20'],
    ['/tcp/03330/', '/3330'],
    ['/3330/', '/3330'],
    ['/3330.html', '/3330'],
    ['/3330.html?a=1', '/3330?a=1'],
    ['/3330/?', '/3330'],
    ['/0443', '/443'],
    ['/000', '/0'],
    ['/00443.html/', '/443'],
    ['/ru/3330', '/3330?lang=ru'],
    ['/ru/ports/3330', '/3330?lang=ru'],
    ['/ru/port/3330', '/3330?lang=ru'],
    ['/ru/ports/03330.html/?a=1', '/3330?lang=ru&a=1'],
    ['/ru/3330?lang=de&a=1', '/3330?lang=ru&a=1'],
    ['/zh-CN/3330', '/3330?lang=zh-CN'],
    ['/zh-tw/3330', '/3330?lang=zh-TW'],
    ['/range/3000-3999/', '/range/3000-3999'],
    ['/range/3000-3999.html', '/range/3000-3999'],
    ['/about.html', '/about'],
    ['/about/', '/about'],
    ['/about//', '/about'],
    ['//about', '/about'],
    ['/index.html', '/'],
    ['/index', '/'],
    ['/index/index.html/', '/'],
    ['/404.html', '/404'],
    ['/port-404', '/404'],
    ['/tcp/404', '/404'],
  ];

  test('one hop, to the one address', async () => {
    for (const [from, to] of table) {
      const { status, headers, body } = await get(from);
      assert.equal(status, 301, from);
      assert.equal(headers.location, to, from);
      assert.equal(body.length, 0);
      const [pathname = '', search] = to.split('?');
      assert.equal(redirectFor(pathname, search ? `?${search}` : ''), undefined, `${to} is final`);
    }
    assert.equal((await get('/ru/ports/03330.html/')).headers.location, '/3330?lang=ru');
    assert.equal((await get('/3330?lang=ru')).status, 200);
  });

  test('every language, and nothing else, has its addresses', () => {
    assert.equal(languages.length, 40);
    for (const code of languages) {
      for (const path of [`/${code}/80`, `/${code}/port/80`, `/${code}/ports/80`]) {
        assert.equal(redirectFor(path), `/80?lang=${code}`);
      }
    }
    for (const path of ['/xx/80', '/ru/about', '/ru/65536', '/range/3000-3999', '/tcp/70000']) {
      assert.equal(redirectFor(path), undefined, path);
    }
    for (const path of ['/', '/0', '/3330', '/65535', '/65536', '/about', '/a.json', '/tcp']) {
      assert.equal(redirectFor(path), undefined, path);
    }
  });

  test('any address is at its end after one hop, on this site', () => {
    const part = fc.oneof(
      fc.constantFrom('port', 'tcp', 'ru', 'zh-CN', 'index', 'range', '0443', '80', '70000', ''),
      fc.constantFrom(
        'index.html',
        '80.html',
        '.html',
        'a.html.html',
        '..',
        'x.json',
        '%2F',
        '%5C',
      ),
      fc.webSegment(),
    );
    const address = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(address, fc.constantFrom('', '?a=1', '?lang=de'), (path, query) => {
        const { pathname, search } = new URL(`http://localhost${path}${query}`);
        const location = redirectFor(pathname, search);
        if (location === undefined) return;
        assert.match(location, /^\/(?!\/)/);
        const next = new URL(location, 'http://localhost');
        assert.equal(next.host, 'localhost');
        assert.equal(redirectFor(next.pathname, next.search), undefined);
      }),
      { numRuns: 5000 },
    );
  });

  test('names of services can be looked up', () => {
    const nameToPort = (name: string) => (name === 'https' ? 443 : undefined);
    assert.equal(redirectFor('/https', '', nameToPort), '/443');
    assert.equal(redirectFor('/tcp/https', '?a=1', nameToPort), '/443?a=1');
    assert.equal(redirectFor('/ru/https/', '', nameToPort), '/443?lang=ru');
    assert.equal(redirectFor('/about', '', nameToPort), undefined);
    assert.equal(redirectFor('/https'), undefined);
  });
});

describe('the files for hosts', () => {
  test('_headers gives the headers of the service', () => {
    const host = hostHeaders(headersFile());
    for (const path of [
      ...['/', '/3330', '/range/3000-3999', '/_assets/site.4f2a.css', '/3330.json'],
      ...['/data/ports.csv', '/robots.txt', '/sitemap.xml', '/_assets/a.json', '/chart.png'],
    ]) {
      const ours = Object.entries(headersFor(path)).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]);
      // The type is the server's own matter; what a host is told of it, another test looks at.
      const theirs = [...host(path)].filter(([name]) => name !== 'content-type');
      assert.deepEqual(Object.fromEntries(theirs), Object.fromEntries(ours), path);
    }
  });

  test('_redirects leads where the service does', () => {
    const rules = redirectRules(redirectsFile());
    const kinds = ['port', 'ports', 'tcp', 'udp'].map((kind) => `/${kind}`);
    const spoken = languages.flatMap((code) => [`/${code}`, `/${code}/port`, `/${code}/ports`]);
    for (const start of [...kinds, ...spoken]) {
      for (const end of ['/80', '/3330', '/65535', '/80/']) {
        assert.equal(hostRedirect(rules, start + end, ''), redirectFor(start + end), start + end);
      }
    }
    assert.equal(hostRedirect(rules, '/port-404', ''), '/404');
    for (const kind of kinds) {
      assert.equal(hostRedirect(rules, `${kind}/80`, '?a=1'), '/80?a=1');
    }
  });

  test('_redirects leaves the pages alone, and stays within the host’s limits', () => {
    const rules = redirectRules(redirectsFile());
    for (const path of [
      ...['/', '/3330', '/0', '/about', '/range/3000-3999', '/services/h', '/3330.json'],
      ...['/_assets/site.css', '/pagefind/index/en_2.pf_index', '/tcp', '/ru'],
    ]) {
      assert.equal(hostRedirect(rules, path, ''), undefined, path);
    }
    const withPlaceholders = rules.filter(({ pattern }) => pattern.source.includes('(?<'));
    assert.ok(withPlaceholders.length <= 100, 'Cloudflare Pages reads no more of these');
    const [rewrite, ...redirects] = rules;
    assert.deepEqual([rewrite?.to, rewrite?.status], ['/port-404', 200]);
    assert.ok(redirects.every(({ status }) => status === 301));
  });
});

describe('many at once', () => {
  test('5,000 requests in one burst are all answered, and rightly', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 250 });
    const paths = ['/3330', '/443', '/about', '/range/3000-3999', '/3330.json', '/chart.png'];
    const accepted = ['br', 'gzip', 'identity'];
    const plain = new Map<string, Buffer>();
    for (const path of paths) plain.set(path, (await get(path)).body);
    const unpack: Record<string, (packed: Buffer) => Buffer> = {
      br: brotliDecompressSync,
      gzip: gunzipSync,
      identity: (body) => body,
    };
    const burst = Array.from({ length: 5000 }, async (_, index) => {
      const path = paths[index % paths.length] ?? '/';
      const accept = accepted[index % accepted.length] ?? '';
      const { status, headers, body } = await ask(port, path, {
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
    const many = join(temporary, 'many');
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
      const socket = connect(port, '127.0.0.1');
      const accept = index % 2 ? 'br' : 'identity';
      socket.write(`GET /big.json HTTP/1.1\r\nHost: a\r\nAccept-Encoding: ${accept}\r\n\r\n`);
      await once(socket, 'data');
      socket.destroy();
    }
    assert.equal((await get('/big.json')).body.toString(), bigFile);
  });

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

  test('the limiter lets so many work, and all get their turn', async () => {
    const limit = limiter(3);
    let working = 0;
    let most = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        limit(async () => {
          most = Math.max(most, ++working);
          await new Promise((resolve) => setTimeout(resolve, 1));
          working--;
          if (index === 4) throw new Error('one fails');
          return index;
        }),
      ),
    );
    assert.equal(most, 3);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 19);
  });
});

describe('the commands', () => {
  interface Run {
    child: ChildProcess;
    /** The port of the address it prints. */
    served: Promise<number>;
    said: () => string;
    ended: Promise<{ code: number | null; errors: string }>;
  }

  function command(script: string, args: string[], cwd: string): Run {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const served = new Promise<number>((resolve) => {
      child.stdout.on('data', (chunk) => {
        said += chunk;
        const own = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
        if (own) resolve(Number(own));
      });
    });
    const ended = once(child, 'close').then(([code]) => ({ code, errors }));
    return { child, served, said: () => said, ended };
  }

  const start = (...args: string[]) => command(join(root, 'src/cli/serve.ts'), args, temporary);

  test('serve prints the address, serves, and ends when told to', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const { child, served, ended } = start('--dir', 'dist', '--port', '0');
      const own = await served;
      assert.equal((await ask(own, '/3330')).status, 200);
      // An idle connection must not keep it.
      const agent = new Agent({ keepAlive: true });
      await ask(own, '/3330', { agent });
      const told = performance.now();
      child.kill(signal);
      assert.deepEqual(await ended, { code: 0, errors: '' });
      assert.ok(performance.now() - told < 2000);
      agent.destroy();
    }
  });

  test('a port that is taken: which, how to see by whom, and what to do', async () => {
    const { code, errors } = await start('--dir', 'dist', '--port', String(port)).ended;
    assert.equal(code, 1);
    assert.match(errors, new RegExp(`^Port ${port} is taken`));
    assert.match(errors, /\b(ss|lsof|netstat|Get-NetTCPConnection)\b/);
    assert.match(errors, new RegExp(`--port ${port + 1}`));
    assert.doesNotMatch(errors, /\n\s+at /);
  });

  test('a folder that is missing: how to make it', async () => {
    const { code, errors } = await start('--dir', 'none', '--port', '0').ended;
    assert.equal(code, 1);
    assert.match(errors, /There is no folder .*none.*npm run build/);
    assert.doesNotMatch(errors, /\n\s+at /);
  });

  test('arguments that make no sense', async () => {
    for (const args of [['--port', 'x'], ['--port', '65536'], ['--port', '-1'], ['--what']]) {
      const { code, errors } = await start(...args).ended;
      assert.equal(code, 2, args.join(' '));
      assert.doesNotMatch(errors, /\n\s+at /);
    }
  });

  describe('start, in a project of its own', () => {
    const project = join(temporary, 'project');
    const script = join(project, 'src/cli/start.ts');
    const dist = join(project, 'dist');

    before(() => {
      cpSync(join(root, 'src'), join(project, 'src'), { recursive: true });
      symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
      mkdirSync(join(project, 'content/registry'), { recursive: true });
      cpSync(join(root, 'content/locales'), join(project, 'content/locales'), { recursive: true });
      writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
      // The real build is another test's matter; this one writes a page, or fails.
      writeFileSync(
        join(project, 'src/build/build.ts'),
        `import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
        import { join } from 'node:path';
        import { DIST, ROOT } from '../base/folders.ts';
        import { BuildError } from './run-shards.ts';
        import { sourceStamp, writeStamp } from './stamp.ts';
        export async function build() {
          if (existsSync(join(ROOT, 'content/wrong.mdx'))) throw new BuildError('page 7 is wrong');
          mkdirSync(DIST, { recursive: true });
          writeFileSync(join(DIST, '3330.html'), 'built');
          writeStamp(sourceStamp());
        }`,
      );
    });

    test('the first start builds', async () => {
      const { child, served, said, ended } = command(script, ['--port', '0'], temporary);
      assert.equal((await ask(await served, '/3330')).body.toString(), 'built');
      assert.match(said(), /^Building/);
      child.kill('SIGTERM');
      assert.deepEqual(await ended, { code: 0, errors: '' });
    });

    test('the second serves within 3 seconds', async () => {
      const began = performance.now();
      const { child, served, said, ended } = command(script, ['--port', '0'], temporary);
      assert.equal((await ask(await served, '/3330')).status, 200);
      assert.ok(performance.now() - began < 3000);
      assert.doesNotMatch(said(), /Building/);
      child.kill('SIGTERM');
      assert.equal((await ended).code, 0);
    });

    test('a taken port is found out before a build', async () => {
      writeFileSync(join(project, 'src/new.ts'), '');
      const { code, errors } = await command(script, ['--port', String(port)], temporary).ended;
      assert.equal(code, 1);
      assert.match(errors, /is taken/);
    });

    test('a build that fails is shown, and leaves the site as it was', async () => {
      writeFileSync(join(project, 'content/wrong.mdx'), '');
      const { code, errors } = await command(script, ['--port', '0'], temporary).ended;
      assert.equal(code, 1);
      assert.match(errors, /^page 7 is wrong\n/);
      assert.match(errors, /still in dist/);
      assert.doesNotMatch(errors, /\n\s+at /);
      assert.equal(readFileSync(join(dist, '3330.html'), 'utf8'), 'built');
    });
  });
});

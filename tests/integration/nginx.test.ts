/** nginx answers as the built-in server does, rule by rule; and hands answers on to the service. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { writeNginxMaps } from '../../src/build/nginx-maps.ts';
import { type Listening, listen } from '../../src/server/listen.ts';
import { languages, redirectFor } from '../../src/server/redirects.ts';
import { createSite } from '../../src/server/site.ts';
import { ask, askRaw } from '../helpers/client.ts';
import { plain, type Service, startService } from '../helpers/feedback/service.ts';
import { freePort } from '../helpers/free-port.ts';
import { hasBrotli, type Nginx, noNginx, startNginx } from '../helpers/nginx.ts';

const page = `<!doctype html><title>Port</title>${'<p>What listens here?</p>'.repeat(200)}`;
const files: Record<string, string> = {
  'index.html': '<!doctype html><title>Portolan</title>',
  '404.html': '<!doctype html><title>No such page</title>',
  'port-404.html': '<!doctype html><title>Port 404</title>',
  '0.html': page,
  '3330.html': page,
  '65535.html': page,
  'about.html': page,
  'ru.html': page,
  'ru/faq.html': page,
  'range.html': page,
  'range/3000-3999.html': page,
  '3330.json': JSON.stringify({ port: 3330, text: 'x'.repeat(2000) }),
  'ports.csv': 'port,name\n'.repeat(500),
  '3330.txt': 'text\n'.repeat(500),
  'sitemap.xml': '<urlset/>',
  'mark.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'chart.png': 'not really',
  'site.webmanifest': '{}',
  'changes.xml': '<feed/>',
  'opensearch.xml': '<x/>',
  'schema/port-1.json': '{}',
  '_assets/site.4f2a.css': 'a { color: red }\n'.repeat(200),
  '_assets/site.77aa.js': 'console.log(1);\n',
  'pagefind/index/en_2.pf_index': 'x',
  '.stamp': 'secret',
  '.well-known/x.txt': 'secret',
  '.well-known/security.txt': 'Contact: nobody',
  _headers: 'secret',
  _redirects: 'secret',
};

describe('nginx', { skip: noNginx }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-nginx-'));
  const root = join(folder, 'dist');
  let ours: Listening;
  let service: Service;
  let nginx: Nginx;
  let folderPort = 0;

  before(async () => {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    }
    const named = { postgresql: 5432, default: 7, include: 8, 'x11-ssh': 6010 };
    writeNginxMaps(
      root,
      Object.entries(named).map(([name, port]) => ({ name, port })),
    );
    process.env.PORTOLAN_HSTS = 'max-age=31536000';
    ours = await listen(createSite({ folder: root }), 0, ['127.0.0.1']);
    service = await startService();
    const upstream = `127.0.0.1:${service.port}`;
    folderPort = await freePort();
    nginx = await startNginx({
      folder: join(folder, 'nginx'),
      port: await freePort(),
      root,
      upstream,
      folderPort,
    });
  });
  after(async () => {
    await nginx.stop();
    await Promise.all([service.close(), ours.close()]);
    rmSync(folder, { recursive: true });
  });

  const both = async (path: string, headers: Record<string, string> = {}) =>
    Promise.all([ask(ours.port, path, { headers }), ask(nginx.port, path, { headers })]);

  test('takes the configuration without a warning', () => {
    assert.doesNotMatch(nginx.warnings, /warn|emerg/);
  });

  test('the same files, types and headers', async () => {
    const same = [
      ...['content-type', 'content-security-policy', 'x-content-type-options', 'referrer-policy'],
      ...['permissions-policy', 'cross-origin-opener-policy', 'cache-control'],
      ...['access-control-allow-origin', 'cross-origin-resource-policy'],
      'strict-transport-security',
    ];
    for (const path of [
      ...[
        '/',
        '/0',
        '/3330',
        '/65535',
        '/404',
        '/about',
        '/ru',
        '/ru/faq',
        '/range',
        '/3330?lang=ru',
      ],
      ...['/range/3000-3999', '/3330.json', '/ports.csv', '/3330.txt', '/sitemap.xml', '/mark.svg'],
      ...['/chart.png', '/site.webmanifest', '/_assets/site.4f2a.css', '/_assets/site.77aa.js'],
      ...['/pagefind/index/en_2.pf_index', '/%33330', '/changes.xml', '/opensearch.xml'],
      '/schema/port-1.json',
      '/schema/gone',
      '/api/feedbackx',
      '/api/feedback.json',
      // Not there.
      ...['/nothing', '/65536', '/3331.json', '/_assets/gone.css', '/range/nothing', '/ru/nothing'],
      ...[
        '/.stamp',
        '/.git/config',
        '/.well-known/x.txt',
        '/.well-known/security.txt',
        '/_headers',
        '/_redirects',
        '/a/_headers',
      ],
    ]) {
      const [own, its] = await both(path);
      assert.equal(its.status, own.status, path);
      assert.equal(its.body.toString(), own.body.toString(), path);
      for (const name of same)
        assert.equal(its.headers[name], own.headers[name], `${path}: ${name}`);
    }
  });

  test('the same redirects, in one hop', async () => {
    const ports = [
      '0',
      '80',
      '0080',
      '3330',
      '65535',
      '65536',
      '99999',
      '000',
      '00065535',
      '3330.html',
    ];
    const kinds = ['', '/port', '/ports', '/tcp', '/udp', '/sctp', '//port', '/PORT'];
    const spoken = [...languages, 'RU', 'zh-cn', 'ZH-tw', 'xx'].flatMap((code) => [
      ...['', '/port', '/ports', '/tcp'].map((kind) => `/${code}${kind}`),
    ]);
    const starts = [...kinds, ...spoken];
    const paths = [
      ...starts.flatMap((start, index) => [
        `${start}/${ports[index % ports.length]}`,
        `${start}/80`,
        `${start}/80/`,
      ]),
      ...ports.map((port) => `/${port}`),
      ...['/', '//', '///', '/index', '/index.html', '/index/', '/index/index.html', '/.html'],
      ...['/about/', '/about.html', '/about.html.html', '/about/index.html', '//about', '/about//'],
      ...['/range/', '/range//3000-3999', '/range/3000-3999/', '/range/3000-3999.html', '/ru/faq/'],
      ...[
        '/404.html',
        '/404/',
        '/port-404',
        '/port-404.html',
        '/port-404/',
        '/port/404',
        '/ru/404',
        '/zh-cn',
        '/fil/faq',
        '/en-US',
        '/pt-BR/ports/443',
        '/ru/ports/443',
        '/ru/443',
      ],
      ...['//evil.example', '//evil.example/', '/\\evil.example/', '/%0d%0aX-A:b/', '/a%2f%2fb/'],
      ...[
        '/a/b/c/d/e/f/',
        '/a/b/c/d/e/f/g.html/index/',
        '//a/b//c/d/e/',
        '/_assets/site.4f2a.css/',
      ],
      ...['/index/about', '/a/index/b/', '/a/b/c/d.html', '/a.html/b', '/indexes/', '/3330.json/'],
      ...[
        '/en',
        '/en/',
        '/en.html',
        '/en/faq',
        '/en/faq/',
        '/EN/faq',
        '/en/80',
        '/ru/',
        '/ru/faq.html',
      ],
    ];
    const agent = new Agent({ keepAlive: true });
    for (const path of paths) {
      const queries = ['', '?a=1', '?lang=de', '?lang=de&a=1', '?a=1&lang=de&b=2'];
      const check = async (query: string) => {
        const expected = redirectFor(path, query);
        const { headers, status } = await ask(nginx.port, path + query, { agent });
        assert.equal(headers.location, expected, path + query);
        if (expected === undefined) return;
        assert.equal(status, 301);
        assert.equal(headers['cache-control'], 'public, max-age=300, must-revalidate');
      };
      await Promise.all(queries.map(check));
    }
    agent.destroy();
  });

  test('names of services lead to their ports', async () => {
    for (const [path, location] of [
      ['/postgresql', '/5432'],
      ['/PostgreSQL/?a=1', '/5432?a=1'],
      ['/tcp/postgresql', '/5432'],
      ['/de/x11-ssh', '/6010?lang=de'],
      ['/default', '/7'],
      ['/include', '/8'],
    ] as const) {
      assert.equal((await ask(nginx.port, path)).headers.location, location, path);
    }
  });

  test('compresses what is worth it, and says that it depends', async () => {
    const headers = { 'accept-encoding': 'br, gzip' };
    const got = await ask(nginx.port, '/3330', { headers });
    assert.equal(got.headers['content-encoding'], hasBrotli ? 'br' : 'gzip');
    const unpack = hasBrotli ? brotliDecompressSync : gunzipSync;
    assert.equal(unpack(got.body).toString(), page);
    assert.match(got.headers.vary ?? '', /Accept-Encoding/i);
    const gzipped = await ask(nginx.port, '/3330.json', { headers: { 'accept-encoding': 'gzip' } });
    assert.equal(gunzipSync(gzipped.body).toString(), files['3330.json']);
    assert.equal(
      (await ask(nginx.port, '/chart.png', { headers })).headers['content-encoding'],
      undefined,
    );
  });

  test('a file that the client has is not sent again', async () => {
    const { etag = '', 'last-modified': modified = '' } = (await ask(nginx.port, '/3330')).headers;
    for (const headers of [{ 'if-none-match': etag }, { 'if-modified-since': modified }]) {
      const { body, status } = await ask(nginx.port, '/3330', { headers });
      assert.equal(status, 304);
      assert.equal(body.length, 0);
    }
  });

  test('what it refuses by itself has the headers of every answer', async () => {
    for (const bytes of [
      'GET / HTTP/1.1\r\n\r\n',
      'GET /a b HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
    ]) {
      const answer = await askRaw(nginx.port, bytes);
      assert.match(answer, /^HTTP\/1\.1 400 /, bytes.slice(0, 40));
      for (const line of [
        /^Content-Security-Policy: default-src 'none';/m,
        /^X-Content-Type-Options: nosniff/m,
        /^Cross-Origin-Resource-Policy: same-origin/m,
        /^Cache-Control: no-cache/m,
      ])
        assert.match(answer, line, bytes.slice(0, 40));
    }
  });

  test('an address that would be long to look at is not looked at', async () => {
    for (const part of ['.html', '/', '/index', 'a.html', 'a//', '/index.html', 'a/']) {
      const path = `/${part.repeat(7900 / part.length)}`;
      assert.equal((await ask(nginx.port, path)).headers.location, undefined, part);
    }
  });

  test('other methods are refused', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      assert.equal((await ask(nginx.port, '/3330', { method })).status, 405);
    }
  });

  test('an answer goes through it, from the page’s own origin and from nobody else’s', async () => {
    const send = (origin: string, body: object) =>
      posted(nginx.port, JSON.stringify(body), {
        Origin: origin,
        'X-Forwarded-For': '203.0.113.9',
      });
    const own = `http://127.0.0.1:${nginx.port}`;
    const stored = await send(own, { ...plain, port: 1 });
    assert.deepEqual([stored.status, stored.body], [200, '{"stored":true}']);
    assert.equal(stored.headers['content-security-policy'], undefined);
    assert.equal(stored.headers['x-content-type-options'], 'nosniff');
    await send(own, { ...plain, port: 1, face: 'yes' });
    assert.deepEqual(
      (await service.stored({ port: 1 })).map(({ face }) => face),
      ['yes'],
    );
    assert.equal((await send('https://evil.example', plain)).status, 403);
    assert.equal((await ask(nginx.port, '/api/feedback/health')).status, 200);
  });

  test('no address and no browser of a reader is logged', async () => {
    const headers = { 'user-agent': 'Told-Nobody/1.0', 'content-length': '99999' };
    await ask(nginx.port, '/3330', { headers: { 'user-agent': 'Told-Nobody/1.0' } });
    await ask(nginx.port, '/api/feedback', { method: 'POST', headers });
    for (const name of ['access.log', 'error.log']) {
      const log = readFileSync(join(folder, 'nginx', name), 'utf8');
      assert.doesNotMatch(log, /Told-Nobody|api\/feedback/, name);
    }
  });

  test('one reader has so many connections, and others have theirs', async (context) => {
    if (process.platform !== 'linux') return context.skip('needs a second address of this machine');
    writeFileSync(join(root, 'large.json'), Buffer.alloc(8_000_000, 'x'));
    const deaf = Array.from({ length: 101 }, () => {
      const socket = connect({ port: nginx.port, host: '127.0.0.1', localAddress: '127.0.0.5' });
      socket.on('error', () => {}).write('GET /large.json HTTP/1.1\r\nHost: a\r\n\r\n');
      return socket;
    });
    // What has come is told before anything is taken.
    const heads = await Promise.all(
      deaf.map(async (socket) => {
        const [chunk] = await once(socket, 'data');
        socket.pause();
        return String(chunk).slice(9, 12);
      }),
    );
    assert.deepEqual(heads.toSorted(), [...Array(100).fill('200'), '429']);
    assert.equal((await ask(nginx.port, '/3330')).status, 200);
    for (const socket of deaf) socket.destroy();
  });

  test('only this machine reads the metrics', async () => {
    const from = (localAddress: string) =>
      new Promise<number>((resolve, reject) => {
        const path = '/api/feedback/metrics';
        request({ host: '127.0.0.1', port: nginx.port, path, localAddress }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    assert.equal(await from('127.0.0.1'), 200);
    if (process.platform === 'linux') assert.equal(await from('127.0.0.2'), 403);
  });

  test('in a folder of another site: its pages, what leads on, and answers', async () => {
    assert.equal(String((await ask(folderPort, '/3330')).body), 'another site');
    for (const [path, status, type] of [
      ['/ports/3330', 200, 'text/html; charset=utf-8'],
      ['/ports/3330.json', 200, 'application/json; charset=utf-8'],
      ['/ports/nothing', 404, 'text/html; charset=utf-8'],
    ] as const) {
      const answer = await ask(folderPort, path);
      assert.deepEqual([answer.status, answer.headers['content-type']], [status, type]);
    }
    for (const [path, to] of [
      ['/ports', '/ports/'],
      ['/ports/03330', '/ports/3330'],
      ['/ports/tcp/3330?a=b', '/ports/3330?a=b'],
      ['/ports/ru/3330', '/ports/3330?lang=ru'],
    ]) {
      const { location = '' } = (await ask(folderPort, path ?? '')).headers;
      assert.equal(location.replace(/^http:\/\/[^/]+/, ''), to);
    }
    const { body, status } = await posted(folderPort, JSON.stringify(plain), {}, '/ports');
    assert.deepEqual([status, JSON.parse(body)], [200, { stored: true }]);
  });

  test('without the service, an answer is turned away for now, and the pages are there', async () => {
    await service.close();
    const { body, headers, status } = await posted(nginx.port, JSON.stringify(plain), {});
    assert.equal(status, 503);
    assert.equal(headers['retry-after'], '30');
    assert.ok(JSON.parse(body).error);
    assert.equal((await ask(nginx.port, '/3330')).status, 200);
    service = await startService();
  });
});

async function posted(port: number, body: string, headers: Record<string, string>, folder = '') {
  const response = await fetch(`http://127.0.0.1:${port}${folder}/api/feedback`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

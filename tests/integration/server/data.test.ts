/** The data as it is served: types, open to scripts of other sites, names as addresses, and the examples of /api by real curl. */
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { SITE } from '../../../src/base/site-address.ts';
import { writeDataFiles } from '../../../src/build/data-files.ts';
import { writeNames } from '../../../src/build/write-names.ts';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { apiExamples, EXAMPLE_PORTS } from '../../../src/features/exports/api-examples.ts';
import { contentTypeAt, namedTypes } from '../../../src/server/content-types.ts';
import { headersFile } from '../../../src/server/host-files.ts';
import { type Listening, listen } from '../../../src/server/listen.ts';
import { namesIn } from '../../../src/server/names-file.ts';
import { redirectFor } from '../../../src/server/redirects.ts';
import { createSite } from '../../../src/server/site.ts';
import { ask } from '../../helpers/client.ts';
import { hostHeaders, hostRedirect, redirectRules } from '../../helpers/host-rules.ts';

const atlas = openAtlas();
const folder = mkdtempSync(join(tmpdir(), 'portolan-served-'));
let service: Listening;

before(async () => {
  writeDataFiles(folder, atlas, EXAMPLE_PORTS);
  for (const name of ['changes.xml', 'new.xml', 'opensearch.xml', 'sitemap.xml'])
    writeFileSync(join(folder, name), '<x/>');
  for (const name of ['443', '5432', '404', 'search'])
    writeFileSync(join(folder, `${name}.html`), `<!doctype html>${name}`);
  writeNames(folder, atlas);
  service = await listen(createSite({ folder }), 0, ['127.0.0.1']);
});
after(async () => {
  await service.close();
  rmSync(folder, { recursive: true });
});

const TYPES = {
  '/3330.json': 'application/json; charset=utf-8',
  '/3330.txt': 'text/plain; charset=utf-8',
  '/ports.json': 'application/json; charset=utf-8',
  '/ports.csv': 'text/csv; charset=utf-8',
  '/services.json': 'application/json; charset=utf-8',
  '/schema/port-1.json': 'application/schema+json; charset=utf-8',
  '/changes.xml': 'application/atom+xml; charset=utf-8',
  '/new.xml': 'application/atom+xml; charset=utf-8',
  '/opensearch.xml': 'application/opensearchdescription+xml; charset=utf-8',
  '/sitemap.xml': 'application/xml; charset=utf-8',
};

describe('a data file', () => {
  test('has its type, and is open to scripts of other sites', async () => {
    for (const [path, type] of Object.entries(TYPES)) {
      const { headers, status } = await ask(service.port, path);
      assert.equal(status, 200, path);
      assert.equal(headers['content-type'], type, path);
      assert.equal(headers['access-control-allow-origin'], '*', path);
    }
  });

  test('that is not there is no data: its type is that of the page that says so', async () => {
    const { headers, status } = await ask(service.port, '/29998.json');
    assert.equal(status, 404);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  });

  test('has its type on a host of static files too, where the extension does not tell it', () => {
    const host = hostHeaders(headersFile());
    for (const path of [
      '/3330.txt',
      '/ports.csv',
      '/changes.xml',
      '/new.xml',
      '/schema/port-1.json',
    ])
      assert.equal(host(path).get('content-type'), contentTypeAt(path).type, path);
    for (const path of ['/3330', '/3330.json', '/_assets/x.js', '/sitemap.xml'])
      assert.equal(host(path).get('content-type'), undefined, path);
    for (const path of Object.keys(TYPES))
      assert.equal(host(path).get('access-control-allow-origin'), '*', path);
    assert.equal(namedTypes.length, 4);
  });
});

describe('a name', () => {
  const hops: [string, string][] = [
    ['/https', '/443'],
    ['/HTTPS/', '/443'],
    ['/https.html', '/443'],
    ['/postgresql', '/5432'],
    ['/postgres?a=1', '/5432?a=1'],
    ['/redis', '/6379'],
    ['/ms-sql-s', '/1433'],
    ['/tcp/https', '/443'],
    ['/ru/https', '/ru/443'],
  ];

  test('leads to its port in one hop', async () => {
    for (const [from, to] of hops) {
      const { headers, status } = await ask(service.port, from);
      assert.equal(status, 301, from);
      assert.equal(headers.location, to, from);
    }
  });

  test('that is none, or nearly one, is not found; and a page stays itself', async () => {
    assert.equal((await ask(service.port, '/postgress')).status, 404);
    assert.equal((await ask(service.port, '/search')).status, 200);
    assert.equal((await ask(service.port, '/.names.json')).status, 404);
  });

  test('is at its end after one hop, whatever the address', () => {
    const names = namesIn(folder);
    const word = fc.constantFrom('https', 'Redis', 'ru', 'tcp', 'port', '0443', 'search', 'x', '');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), (words) => {
        const location = redirectFor(`/${words.join('/')}`, '', names);
        if (location === undefined) return;
        assert.match(location, /^\/(?!\/)/);
        const [pathname = '', search] = location.split('?');
        assert.equal(redirectFor(pathname, search ? `?${search}` : '', names), undefined);
      }),
      { numRuns: 2000 },
    );
  });

  test('leads there in _redirects too', () => {
    const rules = redirectRules(readFileSync(join(folder, '_redirects'), 'utf8'));
    for (const path of ['/https', '/postgresql', '/redis', '/ms-sql-s'])
      assert.equal(hostRedirect(rules, path, ''), redirectFor(path, '', namesIn(folder)), path);
    for (const path of ['/search', '/443', '/about', '/ports.json', '/services/h'])
      assert.equal(hostRedirect(rules, path, ''), undefined, path);
  });
});

describe('the examples of /api, with curl', () => {
  const has = (program: string) => spawnSync(program, ['--version']).status === 0;
  const run = promisify(execFile);

  for (const { command, needs, output, title } of apiExamples(atlas)) {
    const missing = ['curl', needs ?? 'curl'].filter((program) => !has(program));
    const skip = missing.length > 0 && `${missing[0]} is not on this machine`;
    test(title, { skip }, async () => {
      const here = `http://127.0.0.1:${service.port}`;
      const { stderr, stdout } = await run('sh', ['-c', command.replaceAll(SITE, here)]);
      assert.equal(stderr, '');
      assert.equal(stdout.replaceAll(here, SITE).trimEnd(), output.trimEnd());
      assert.notEqual(output, '');
    });
  }
});

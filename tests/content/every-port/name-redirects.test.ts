/** Names as addresses: /postgresql leads to 5432, and no name takes the place of a page. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { writeNames } from '../../../src/build/write-names.ts';
import { keyOf } from '../../../src/features/search/fold.ts';
import { redirectsFile, STATIC_RULES } from '../../../src/server/host-files.ts';
import { namedPorts, nameRedirects } from '../../../src/server/name-redirects.ts';
import { namesIn } from '../../../src/server/names-file.ts';
import { redirectFor } from '../../../src/server/redirects.ts';
import { RESERVED } from '../../../src/server/reserved-names.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const atlas = sharedAtlas();
const named = namedPorts(atlas);
const byKey = new Map(named.map(({ key, port }) => [key, port]));
const redirects = nameRedirects(atlas, named);
const bySpelling = new Map(redirects.map(({ name, port }) => [name, port]));

describe('a name', () => {
  test('leads to the port that people mean by it', () => {
    const meant = {
      ...{ ssh: 22, telnet: 23, smtp: 25, dns: 53, domain: 53, http: 80, pop3: 110, ntp: 123 },
      ...{ imap: 143, snmp: 161, ldap: 389, https: 443, smb: 445, ldaps: 636, imaps: 993 },
      ...{ 'ms-sql-s': 1433, mssql: 1433, mqtt: 1883, nfs: 2049, mysql: 3306, rdp: 3389 },
      ...{ svn: 3690, sip: 5060, postgres: 5432, postgresql: 5432, vnc: 5900, x11: 6000 },
      ...{ redis: 6379, kubernetes: 6443, elasticsearch: 9200, memcached: 11211, wireguard: 51820 },
      ...{ minecraft: 25565, mongodb: 27017, plex: 32400, 'mcs-calypsoicf': 3330 },
    };
    for (const [name, port] of Object.entries(meant))
      assert.equal(bySpelling.get(name), port, name);
  });

  test('that only the books give, to several ports, leads nowhere', () => {
    assert.equal(byKey.get('mail'), undefined);
  });

  test('that is registered for one port leads there, unless an author gives it to another', () => {
    let registered = 0;
    for (const { service } of atlas.tables.services) {
      const port = byKey.get(keyOf(service));
      if (port === undefined) continue;
      const found = atlas.find(service).map((entry) => entry.port);
      const authored = atlas.port(port).page !== undefined;
      assert.ok(found.includes(port) || authored, `${service} leads to ${port}`);
      registered++;
    }
    assert.ok(registered > 10_000, String(registered));
  });

  test('is spelled as an address can be, and each spelling leads to one port', () => {
    assert.equal(bySpelling.size, redirects.length);
    for (const { name } of redirects) assert.match(name, /^[a-z0-9][a-z0-9._+-]{0,39}$/);
    for (const spelling of ['mcs-calypso', 'mcscalypso', 'mcs_calypso'])
      assert.equal(bySpelling.get(spelling), 3330, spelling);
  });

  test('never has the place of an address of the site, and is never a number', () => {
    for (const { key, name } of named) {
      assert.ok(!RESERVED.has(key), name);
      assert.doesNotMatch(key, /^\d+$/);
    }
    for (const word of ['about', 'api', 'search', 'faq', 'tcp', 'ru', 'zhcn', 'guides'])
      assert.ok(RESERVED.has(word), word);
  });
});

describe('what the build writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-names-'));
  after(() => rmSync(folder, { recursive: true }));
  // 'redis' is a page of this site, and 'mysql' one in Russian.
  for (const file of ['443.html', 'redis.html', 'postgresql.json'])
    writeFileSync(join(folder, file), '');
  mkdirSync(join(folder, 'ru'));
  writeFileSync(join(folder, 'ru/mysql.html'), '');
  writeFileSync(join(folder, '_redirects'), redirectsFile());
  writeNames(folder, atlas);
  const names = namesIn(folder);

  test('leaves what is there in its place', () => {
    for (const name of ['redis', 'postgresql', 'mysql']) assert.equal(names(name), undefined, name);
    assert.equal(names('https'), 443);
  });

  test('is read whatever the spelling, in one hop', () => {
    for (const path of ['/ms-sql-s', '/MS_SQL_S', '/mssqls', '/ms%20sql%20s', '/ms-sql-s/'])
      assert.equal(redirectFor(path, '', names), '/1433', path);
    assert.equal(redirectFor('/tcp/https', '', names), '/443');
    assert.equal(redirectFor('/fi/https.html', '', names), '/443?lang=fi');
    assert.equal(redirectFor('/about', '', names), undefined);
    assert.equal(redirectFor('/postgress', '', names), undefined);
  });

  test('keeps _redirects within what hosts take, with the best names in it', () => {
    const lines = readFileSync(join(folder, '_redirects'), 'utf8').trimEnd().split('\n');
    const rules = lines.filter((line) => line.startsWith('/'));
    const plain = rules.filter((line) => !line.includes(':'));
    assert.equal(plain.length, STATIC_RULES);
    assert.ok(rules.length - plain.length <= 100);
    for (const rule of ['/https /443 301', '/ssh /22 301', '/postgres /5432 301'])
      assert.ok(rules.includes(rule), rule);
    const sources = rules.map((line) => line.split(' ')[0]);
    const twice = sources.filter((from, index) => sources.indexOf(from) !== index);
    assert.deepEqual(twice, ['/404']); // One line for each of two hosts.
  });

  test('a folder without names has none', () => {
    assert.equal(namesIn(join(folder, 'ru'))('https'), undefined);
  });
});

/** Witnesses joined to uses, by the record of decisions. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { attacksOf, cvesOf, exploitedOf } from '../../../src/facts/registry/facts/attacks.ts';
import { Decisions } from '../../../src/facts/registry/facts/decisions.ts';
import { spellingOf } from '../../../src/facts/registry/facts/names.ts';
import { factorOf, rfcsOf, rulesOf } from '../../../src/facts/registry/facts/other-tables.ts';
import type { RawRow } from '../../../src/facts/registry/facts/raw.ts';
import { joinUses } from '../../../src/facts/registry/facts/uses.ts';
import { type Witness, witnessesOf } from '../../../src/facts/registry/facts/witnesses.ts';

const dir = mkdtempSync(join(tmpdir(), 'decisions-'));
after(() => rmSync(dir, { recursive: true }));

const HEADS = {
  'origins.csv': 'raw,to,kind,reason',
  'names.csv': 'scope,written,name,reason',
  'rows.csv': 'raw,ports,name,field,value,reason',
  'repositories.csv': 'raw,repository,programs,reason',
};

function decisionsWith(rows: Partial<Record<keyof typeof HEADS, string[]>>): Decisions {
  for (const [file, head] of Object.entries(HEADS)) {
    const own = rows[file as keyof typeof HEADS] ?? [];
    writeFileSync(join(dir, file), `${[head, ...own].join('\n')}\n`);
  }
  return new Decisions(dir);
}

const row = (facts: Record<string, string>): RawRow => ({
  port: '7000',
  transport: 'tcp',
  path: 'a.yml',
  name: 'Example',
  role: '',
  ...facts,
});

const witness = (facts: Partial<Witness>): Witness => ({
  to: 'programs',
  ports: '7000',
  transports: 'tcp',
  name: 'Example',
  role: '',
  kind: 'client',
  source: 'a',
  path: 'a.yml',
  ...facts,
});

const asWritten = (_: string, name: string) => name;
const join_ = (...witnesses: Partial<Witness>[]) =>
  joinUses('programs', witnesses.map(witness), asWritten);

describe('a use', () => {
  test('is one row for all who name the program, however they write it', () => {
    const [use, ...more] = join_(
      { source: 'a', transports: 'udp' },
      { source: 'b', name: 'EXAMPLE', kind: 'chart' },
    );
    assert.deepEqual(more, []);
    assert.equal(use?.transports, 'tcp udp');
    assert.equal(use.kinds, 'client chart');
    assert.equal(use.evidence, 'a:a.yml | b:a.yml');
  });

  test('of one store alone is left out, and of two is kept', () => {
    assert.equal(join_({ kind: 'store' }).length, 0);
    assert.equal(join_({ kind: 'store' }, { kind: 'store', path: 'b.yml' }).length, 0);
    assert.equal(join_({ kind: 'store' }, { kind: 'store', source: 'b' }).length, 1);
    assert.equal(join_({ kind: 'store' }, { kind: 'package', source: 'b' }).length, 1);
  });

  test('is for what its best witness says', () => {
    const [use] = join_({ role: 'something' }, { kind: 'own', source: 'b', role: 'HTTP API' });
    assert.equal(use?.role, 'HTTP API');
  });
});

describe('the record of decisions', () => {
  const origins = ['store,programs,store,a store'];

  test('gives a program one name, spelled as decided, else as the list of home pages spells it', () => {
    const decisions = decisionsWith({ 'names.csv': ['programs,Podman-Example,Example,packaged'] });
    const witnesses = [witness({ name: 'Podman-Example' }), witness({ name: 'nocodb' })];
    const spelling = spellingOf(witnesses, [{ name: 'NocoDB' }], decisions);
    assert.equal(spelling('programs', 'Podman-Example'), 'Example');
    assert.equal(spelling('programs', 'nocodb'), 'NocoDB');
  });

  test('spells whatever is written alike as decided, also where the home pages differ', () => {
    const decisions = decisionsWith({ 'names.csv': ['programs,NodeRed,Node-RED,its spelling'] });
    const spelling = spellingOf([witness({ name: 'node red' })], [{ name: 'Node RED' }], decisions);
    assert.equal(spelling('programs', 'node red'), 'Node-RED');
  });

  test('leaves a row out, or overrules one of its fields', () => {
    const decisions = decisionsWith({
      'origins.csv': origins,
      'rows.csv': ['store,7000,Wrong,leave out,,a slip', 'store,*,Example,ports,7001,a misprint'],
    });
    const found = witnessesOf('store', [row({}), row({ name: 'Wrong' })], undefined, decisions);
    assert.deepEqual(
      found.map(({ name, ports }) => [name, ports]),
      [['Example', '7001']],
    );
    decisions.expectAllUsed();
  });

  test('says for which programs a repository speaks, and which is left out', () => {
    const decisions = decisionsWith({
      'origins.csv': ['docs,programs,own,documents'],
      'repositories.csv': ['*,a/docs,Exam*,theirs', '*,b/docs,-,not for commercial use'],
    });
    const rows = [
      row({ path: 'a/docs@1234567:a.md' }),
      row({ path: 'a/docs@1234567:a.md', name: 'Other' }),
      row({ path: 'b/docs@1234567:a.md' }),
    ];
    assert.deepEqual(
      witnessesOf('docs', rows, undefined, decisions).map(({ kind, name }) => [name, kind]),
      [
        ['Example', 'own'],
        ['Other', 'package'],
      ],
    );
  });

  test('refuses a decision that applies to nothing, and a raw table that nothing is decided of', () => {
    const decisions = decisionsWith({ 'names.csv': ['programs,Gone,Example,another name'] });
    assert.throws(() => decisions.expectAllUsed(), /names\.csv, line 2/);
    assert.throws(() => decisions.origin('unknown'), /'unknown'/);
  });
});

describe('attacks', () => {
  const none = {
    metasploit: [],
    nuclei: [],
    vulhub: [],
    routersploit: [],
    exploitdb: [],
    exploited: [],
  };

  test('leave out the HTTP library’s default, and entries that describe a configuration', () => {
    const rows = attacksOf(
      {
        ...none,
        metasploit: [
          row({ role: 'library default (httpclient)' }),
          row({ role: 'own', cves: 'CVE-1999-0502 CVE-2010-0001', disclosure_date: '2010-02-03' }),
        ],
      },
      decisionsWith({}),
    );
    assert.deepEqual(
      rows.map(({ cves, date }) => [cves, date]),
      [['CVE-2010-0001', '2010-02-03']],
    );
    assert.equal(cvesOf('CVE-2019-1181; CVE-2019-0708'), 'CVE-2019-0708 CVE-2019-1181');
  });

  test('name a listed vulnerability of a lab only on the port that is attacked', () => {
    const listed = { cve: 'CVE-2020-0001', product: 'P', date_added: '2021-11-03', note: '' };
    const exploited = [row({ ...listed, port: '7000' })];
    const lab = { path: 'p/CVE-2020-0001/docker-compose.yml', cves: 'CVE-2020-0001' };
    const rows = attacksOf(
      {
        ...none,
        vulhub: [row(lab), row({ ...lab, port: '7001' })],
        exploited,
      },
      decisionsWith({}),
    );
    assert.deepEqual(
      rows.map(({ cves, ports }) => [ports, cves]),
      [
        ['7000', 'CVE-2020-0001'],
        ['7001', ''],
      ],
    );
    assert.deepEqual(exploitedOf(exploited, rows), [
      { cve: 'CVE-2020-0001', product: 'P', added: '2021-11-03', ransomware: '' },
    ]);
  });

  test('count Exploit-DB’s entries by port', () => {
    const exploitdb = [
      row({ note: 'EDB-1; linux; 2003-01-02' }),
      row({ note: 'EDB-2; linux; 2001-01-02' }),
    ];
    const [found] = attacksOf({ ...none, exploitdb }, decisionsWith({}));
    assert.deepEqual([found?.count, found?.date], ['2', '2003-01-02']);
    // Its index states no transport.
    assert.equal(found?.transports, '');
  });
});

describe('a decision on a row of its own table', () => {
  test('names the vulnerabilities that a module writes in another way', () => {
    const decisions = decisionsWith({
      'rows.csv': ['metasploit,7000,exploit/a,cves,CVE-2008-4250,missed'],
    });
    const raw = { nuclei: [], vulhub: [], routersploit: [], exploitdb: [], exploited: [] };
    const metasploit = [row({ module: 'exploit/a' }), row({ module: 'exploit/b' })];
    const rows = attacksOf({ ...raw, metasploit }, decisions);
    assert.deepEqual(rows.map(({ cves }) => cves).sort(), ['', 'CVE-2008-4250']);
  });

  test('counts rules again', () => {
    const decisions = decisionsWith({ 'rows.csv': ['et,7000,policy/tcp,count,5,counted again'] });
    const rules = [row({ role: 'policy' }), row({ role: 'policy', transport: 'udp' })];
    assert.deepEqual(
      rulesOf('et', rules, decisions).map(({ count, transports }) => [transports, count]),
      [
        ['tcp', '5'],
        ['udp', '1'],
      ],
    );
  });

  test('of a table of uses has no date', () => {
    const decisions = decisionsWith({
      'origins.csv': ['store,programs,store,a store'],
      'rows.csv': ['store,7000,Example,date,2001-05,a slip'],
    });
    assert.throws(() => witnessesOf('store', [row({})], undefined, decisions), /no 'date'/);
  });
});

describe('the smaller tables', () => {
  test('count the rules that are on', () => {
    const rules = [
      row({ role: 'exploit', note: 'sid 1' }),
      row({ role: 'exploit', note: 'sid 2; switched off in the file' }),
    ];
    assert.deepEqual(
      rulesOf('snort-2004', rules, decisionsWith({})).map(({ count, name }) => [name, count]),
      [['exploit', '1']],
    );
  });

  test('write factors in words', () => {
    assert.equal(factorOf('~8-15x'), 'about 8 to 15');
    assert.equal(factorOf('556.9'), '556.9');
  });

  test('take an RFC’s note apart, also where its title has a semicolon', () => {
    const note = 'A title; with a tail; 1 April 2001; informational; obsoleted by RFC0123';
    const rows = [row({ name: 'RFC 99', role: 'defines', note })];
    assert.deepEqual(rfcsOf(rows, decisionsWith({})), [
      {
        ports: '7000',
        transports: 'tcp',
        rfc: '99',
        title: 'A title; with a tail',
        date: '2001-04',
        relation: 'defines',
        status: 'informational',
        obsoleted_by: '123',
      },
    ]);
  });

  test('date an RFC as decided', () => {
    const decisions = decisionsWith({
      'rows.csv': ['rfc-mentions,*,RFC 99,date,2001-05,as the RFC prints it'],
    });
    const note = 'A title; April 2001; informational';
    const dates = rfcsOf([row({ name: 'RFC 99', note }), row({ name: 'RFC 98', note })], decisions);
    assert.deepEqual(
      dates.map(({ rfc, date }) => [rfc, date]),
      [
        ['98', '2001-04'],
        ['99', '2001-05'],
      ],
    );
  });
});

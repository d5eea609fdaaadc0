/** What the tables of uses and attacks make of a port's record. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { tablesWith } from '../../helpers/rows.ts';

const use = {
  ports: '7000',
  transports: 'tcp',
  name: 'Example',
  role: 'web interface',
  kinds: 'own',
  evidence: 'docs:a.md',
};
const attack = {
  ports: '7000',
  transports: 'tcp',
  source: 'metasploit',
  kind: 'module' as const,
  date: '2019-05',
  cves: 'CVE-2019-0001 CVE-2019-0002',
  count: '1',
  path: 'modules/exploits/multi/http/example.rb',
};

describe('the record of a port', () => {
  test('has the uses that the tables give it, established ones first, with their home pages', () => {
    const tables = tablesWith({
      programs: [
        { ...use, name: 'A store’s program', kinds: 'store' },
        { ...use, kinds: 'client package' },
      ],
      homes: [{ name: 'Example', home: 'https://example.org/' }],
    });
    const { programs } = openAtlas(tables, []).port(7000);
    assert.deepEqual(
      programs.map(({ home, name, standing }) => [name, standing, home]),
      [
        ['Example', 'established', 'https://example.org/'],
        ['A store’s program', 'reported', undefined],
      ],
    );
  });

  test('has a use of a range on each of its ports, and says how wide the range is', () => {
    const tables = tablesWith({
      games: [
        { ...use, ports: '7000-7003' },
        { ...use, ports: '7000-7900', name: 'Wide' },
      ],
    });
    const atlas = openAtlas(tables, []);
    assert.deepEqual(
      atlas.port(7003).games.map(({ name, ports, wide }) => [name, ports, wide]),
      [
        ['Example', '7000-7003', false],
        ['Wide', '7000-7900', true],
      ],
    );
    assert.deepEqual(atlas.port(7901).games, []);
  });

  test('says of each vulnerability whether and since when CISA lists it', () => {
    const tables = tablesWith({
      attacks: [attack],
      exploited: [
        { cve: 'CVE-2019-0002', product: 'Example', added: '2021-11-03', ransomware: 'known' },
      ],
    });
    const [found] = openAtlas(tables, []).port(7000).attacks;
    assert.equal(found?.name, 'exploit/multi/http/example');
    assert.deepEqual(found?.vulnerabilities, [
      { cve: 'CVE-2019-0001' },
      {
        cve: 'CVE-2019-0002',
        exploited: { product: 'Example', since: '2021-11-03', ransomware: true },
      },
    ]);
  });

  test('has empty lists where the tables say nothing', () => {
    const record = openAtlas(tablesWith({}), []).port(7000);
    const lists = [
      record.programs,
      record.games,
      record.devices,
      record.vendorServices,
      record.attacks,
      record.malware,
      record.watched,
      record.amplification,
      record.rfcs,
      record.exposure,
    ];
    assert.ok(lists.every((list) => list.length === 0));
  });
});

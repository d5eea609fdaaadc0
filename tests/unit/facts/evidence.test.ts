/** How sure a use is, and where its evidence stands. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { evidenceOf, evidenceUrl, standingOf } from '../../../src/facts/atlas/evidence.ts';
import { sharedAtlasWithoutPages } from '../../helpers/atlas.ts';

describe('a use', () => {
  test('is established by the program’s own word, or by two kinds of source', () => {
    assert.equal(standingOf(['own']), 'established');
    assert.equal(standingOf(['client', 'package']), 'established');
  });

  test('is only reported by one kind, however many of it there are', () => {
    assert.equal(standingOf(['store']), 'reported');
    assert.equal(standingOf(['store', 'store', 'store']), 'reported');
    assert.equal(standingOf(['list']), 'reported');
  });

  test('is not established by a witness of years ago', () => {
    assert.equal(standingOf(['old']), 'reported');
    assert.equal(standingOf(['store', 'old']), 'reported');
  });
});

describe('evidence', () => {
  const sources = new Map([
    [
      'netdata',
      {
        url: 'https://github.com/netdata/netdata',
        repository: 'netdata/netdata',
        commit: '04b1cf5',
      },
    ],
    ['us-cert', { url: 'https://www.us-cert.gov/ncas/alerts/TA14-017A' }],
  ]);

  test('is a path in its source, or in a repository that it names', () => {
    assert.deepEqual(evidenceOf('netdata:src/a.go#L3 | docker:redis/docker@1234567:8/Dockerfile'), [
      { source: 'netdata', path: 'src/a.go#L3' },
      { source: 'docker', repository: 'redis/docker', commit: '1234567', path: '8/Dockerfile' },
    ]);
  });

  test('has the address of the file as it was read', () => {
    const [own, other] = evidenceOf(
      'netdata:src/a b.go#L3 | netdata:redis/docker@1234567:8/Dockerfile',
    );
    assert.equal(
      own && evidenceUrl(own, sources),
      'https://github.com/netdata/netdata/blob/04b1cf5/src/a%20b.go#L3',
    );
    assert.equal(
      other && evidenceUrl(other, sources),
      'https://github.com/redis/docker/blob/1234567/8/Dockerfile',
    );
  });

  test('has the address of its source where the path is no single file', () => {
    const { url } = sources.get('netdata') ?? { url: '' };
    assert.equal(evidenceUrl({ source: 'netdata', path: 'a.cfg + b.sh' }, sources), url);
    assert.equal(evidenceUrl({ source: 'netdata', path: '20*/20*/*.csv' }, sources), url);
    const address = 'https://www.us-cert.gov/ncas/alerts/TA14-017A';
    assert.equal(evidenceUrl({ source: 'us-cert', path: address }, sources), address);
  });

  test('of every fact has an address that is one', () => {
    const atlas = sharedAtlasWithoutPages();
    for (const port of [22, 80, 443, 2404, 3306, 8080, 9100, 25565, 27015, 31337, 50000]) {
      const record = atlas.port(port);
      const uses = [record.programs, record.games, record.devices, record.vendorServices].flat();
      const others = [record.attacks, record.malware, record.watched, record.exposure].flat();
      const all = [...uses.flatMap((use) => use.evidence), ...others.map((fact) => fact.evidence)];
      for (const evidence of all) {
        const url = evidenceUrl(evidence, atlas.sources);
        assert.ok(url && URL.canParse(url), `${port}: ${JSON.stringify(evidence)}`);
        assert.ok(atlas.sources.has(evidence.source), `${port}: ${evidence.source}`);
      }
    }
  });
});

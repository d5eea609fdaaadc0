/** Every attack of the bench, each for a moment: other readers are answered, and rightly, all the while. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { beginAttack } from '../../helpers/hostile/attacker.ts';
import { ATTACKS } from '../../helpers/hostile/attacks.ts';
import { runReaders } from '../../helpers/hostile/readers.ts';
import { type SiteProcess, startSite } from '../../helpers/hostile/site-process.ts';
import { type SampleSite, serveSampleSite } from '../../helpers/sample-site.ts';

/** Of the sample site, whose large file stands for the site's largest. */
const ADDRESSES = ['/', '/3330', '/443', '/about', '/_assets/site.4f2a.css', '/3330.json'];

const data = mkdtempSync(join(tmpdir(), 'portolan-attack-'));
let sample: SampleSite;
let site: SiteProcess;
before(async () => {
  sample = await serveSampleSite();
  site = await startSite(sample.folder, data);
});
after(async () => {
  await sample.remove();
  rmSync(data, { recursive: true });
});

test('other readers get their answers, and the server ends when it is told to', async () => {
  const attackers = Object.keys(ATTACKS).map((name) => ({
    name,
    ...beginAttack(name, site.port, 5),
  }));
  const until = AbortSignal.timeout(1000);
  const { times, wrong } = await runReaders({
    port: site.port,
    rate: 50,
    until,
    addresses: ADDRESSES,
  });
  const answers = await Promise.all(attackers.map(({ end }) => end()));
  assert.deepEqual(wrong, []);
  assert.ok(times.length > 0);
  for (const [index, { name }] of attackers.entries())
    assert.ok((answers[index] ?? 0) > 0, `${name} got no answer`);
  assert.equal(await site.stop(), 0);
});

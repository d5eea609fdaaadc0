/** /lookup-data.json says of every port what the atlas says, and is small. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PORT_COUNT } from '../../../src/base/ranges.ts';
import { openFacts } from '../../../src/features/scan/facts.ts';
import { lookupData } from '../../../src/features/scan/lookup-data.ts';
import { isForControl } from '../../../src/features/scan/remote-control.ts';
import { backdoorLabels } from '../../../src/words/prose/names.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const MOST_BYTES = 300_000;

const atlas = sharedAtlas();
const text = JSON.stringify(lookupData(atlas));
const facts = openFacts(JSON.parse(text));
const records = Array.from({ length: PORT_COUNT }, (_, port) => atlas.port(port));

describe('the facts for the table of a scan', () => {
  test(`take less than ${MOST_BYTES} bytes`, () => {
    assert.ok(Buffer.byteLength(text) < MOST_BYTES, `${Buffer.byteLength(text)}`);
  });

  test('agree with the atlas on status, verdict and documents of every port', () => {
    for (const { documented, port, transports, verdict } of records) {
      for (const { status, transport } of transports) {
        if (transport !== 'tcp' && transport !== 'udp') continue;
        const { documented: known, level, status: told } = facts.of(port, transport);
        assert.deepEqual(
          { known, level, told },
          { known: documented, level: verdict.level, told: status },
          `${port}/${transport}`,
        );
      }
    }
  });

  test('name the services that are registered on each transport, without their other names', () => {
    for (const { assignments, port } of records) {
      for (const transport of ['tcp', 'udp'] as const) {
        const on = assignments.filter(
          ({ service, transports }) =>
            service !== '' && (transports.length === 0 || transports.includes(transport)),
        );
        const { registered } = facts.of(port, transport);
        for (const name of registered)
          assert.ok(
            on.some(({ service }) => service === name),
            `${port}/${transport} ${name}`,
          );
        const own = on.filter(({ aliasOf }) => aliasOf === undefined);
        for (const { service } of own)
          assert.ok(registered.includes(service), `${port}/${transport} ${service}`);
      }
    }
    assert.deepEqual(facts.of(22, 'tcp').registered, ['ssh']);
    assert.deepEqual(facts.of(512, 'tcp').registered, ['exec']);
  });

  test('tell what is worth a look: backdoors, exposure, unauthorized use, control by malware', () => {
    for (const record of records) {
      const { assignments, labels, page, port } = record;
      const exposure = page?.security.exposure ?? '';
      const expected = [
        backdoorLabels(labels).length > 0 ? 'backdoor' : '',
        exposure === 'never' || exposure === 'restrict' ? exposure : '',
        assignments.some(({ unauthorizedUse }) => unauthorizedUse) ? 'unauthorized' : '',
        isForControl(record) ? 'control' : '',
      ].filter((look) => look !== '');
      assert.deepEqual(facts.of(port, 'tcp').looks, expected, `${port}`);
    }
    assert.ok(facts.of(31337, 'tcp').looks.includes('backdoor'));
    assert.ok(facts.of(4782, 'tcp').looks.includes('control'));
    for (const everyday of [22, 25, 53, 80, 443, 465, 587, 993, 995, 3389, 8080])
      assert.ok(!facts.of(everyday, 'tcp').looks.includes('control'), `${everyday}`);
  });

  test('find the port of a name as /etc/services has it, then as the registry does', () => {
    const found = (name: string, transport: 'tcp' | 'udp' | '') => facts.resolve(name, transport);
    assert.equal(found('ssh', 'tcp'), 22);
    assert.equal(found('SSH', ''), 22);
    assert.equal(found('domain', 'udp'), 53);
    // The registry has 591 first.
    assert.equal(found('http-alt', 'tcp'), 8080);
    assert.equal(found('mcs-calypsoicf', 'tcp'), 3330);
    assert.equal(found('no-such-service', 'tcp'), undefined);
    assert.equal(found('constructor', 'tcp'), undefined);
  });
});

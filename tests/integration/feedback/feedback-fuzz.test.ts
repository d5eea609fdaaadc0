import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedbackAnswer } from '../../../src/facts/schemas/feedback.ts';
import { fuzz } from '../../helpers/feedback/fuzz.ts';
import { from, plain, startService } from '../../helpers/feedback/service.ts';

const REQUESTS = 4000;

test(`${REQUESTS} hostile requests: no fault, and nothing stored that should not be`, async (context) => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  context.diagnostic(`seed ${seed}`);
  // Told to be patient with nobody, so that the test need not be.
  const service = await startService({ body: { milliseconds: 400 } });
  context.after(service.close);
  const { faults, statuses } = await fuzz(service.port, REQUESTS, seed);
  assert.deepEqual(faults, []);
  assert.deepEqual(
    service.log.filter(({ level }) => level !== 'info'),
    [],
  );
  for (const status of [200, 400, 403, 413, 415])
    assert.ok((statuses.get(status) ?? 0) > 10, `${status}`);

  const stored = await service.stored();
  assert.ok(stored.length <= (statuses.get(200) ?? 0));
  assert.ok(stored.length > 100);
  for (const { id: _, day, resolved, ...answer } of stored) {
    assert.match(day, /^\d{4}-\d\d-\d\d$/);
    assert.equal(resolved, null);
    assert.deepEqual(feedbackAnswer.parse(answer), answer); // It would be taken again as it is.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    assert.doesNotMatch(answer.note, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
    assert.ok(answer.note.isWellFormed());
  }
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  assert.equal((await service.send(plain, from('172.16.0.1'))).status, 200);
});

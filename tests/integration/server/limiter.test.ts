/** So many at a time, and no more. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { limiter } from '../../../src/server/limiter.ts';

test('the limiter lets so many work, and all get their turn', async () => {
  const limit = limiter(3);
  let working = 0;
  let most = 0;
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      limit(async () => {
        most = Math.max(most, ++working);
        await setImmediate();
        working--;
        if (index === 4) throw new Error('one fails');
        return index;
      }),
    ),
  );
  assert.equal(most, 3);
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 19);
});

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { UsageError } from '../../../src/cli/arguments.ts';
import { placeOf } from '../../../src/cli/place-options.ts';

afterEach(() => {
  delete process.env.PORT;
});

test('the port: the option, else PORT, else the usual one', () => {
  assert.equal(placeOf({}).port, 4321);
  assert.equal(placeOf({}, '4322').port, 4322);
  process.env.PORT = '8080';
  assert.equal(placeOf({}).port, 8080);
  assert.equal(placeOf({ port: '9000' }).port, 9000);
  process.env.PORT = '';
  assert.equal(placeOf({}).port, 4321);
});

test('what is none is refused by its name', () => {
  for (const wrong of ['70000', '80a', '-1', ' 80', '000080']) {
    process.env.PORT = wrong;
    assert.throws(
      () => placeOf({}),
      (error) => error instanceof UsageError && error.message.startsWith('PORT needs a number'),
    );
    assert.throws(() => placeOf({ port: wrong }), /^UsageError|--port needs a number/);
  }
});

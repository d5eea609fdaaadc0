import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkFindstr } from '../../src/checks/rules/check-findstr.ts';
import { problemsOfCommand } from './good-page.ts';

test('findstr looks for the port and the blank behind it', () => {
  for (const good of ['findstr /C:":4242 "', 'findstr /C:"4242"', 'grep :4242']) {
    assert.deepEqual(problemsOfCommand(checkFindstr, `netstat -ano | ${good}`), [], good);
  }
  for (const bad of [
    'findstr :4242',
    'findstr ":4242"',
    'findstr ":4242 "',
    'findstr /C:":4242"',
  ]) {
    const [problem] = problemsOfCommand(checkFindstr, `netstat -ano | ${bad}`);
    assert.equal(problem?.right, 'write findstr /C:":4242 ", with the blank', bad);
  }
});

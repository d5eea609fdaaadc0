import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkCommands } from '../../src/checks/rules/check-commands.ts';
import { goodPageWith, problemsOf } from './good-page.ts';

const countWith = (command: string) =>
  problemsOf(checkCommands, goodPageWith(['example-cli --at HOST:4242 tide', command]).page).length;

test('a command with the port passes, in whatever form', () => {
  for (const command of [
    'nc HOST 4242',
    'nmap -p4242 HOST',
    'ss -ltn sport = :4242',
    'curl http://HOST:4242/x',
  ]) {
    assert.equal(countWith(`"${command}"`), 0, command);
  }
});

test('a command without it is found, also where it is part of something else', () => {
  for (const command of [
    'nc HOST',
    'nc HOST 42424',
    'nc HOST 14242',
    'nc 10.4242.1.1 80',
    'nc HOST 4242.5',
  ]) {
    assert.equal(countWith(`"${command}"`), 1, command);
  }
  const { page, line } = goodPageWith(['HOST:4242 tide', 'HOST tide']);
  assert.equal(problemsOf(checkCommands, page)[0]?.line, line('command:'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSilence } from '../../src/checks/rules/check-silence.ts';
import { problemsOfCommand } from './good-page.ts';

const GREP = 'grep -w 4242 /etc/services';
const SCRIPT = 'nmap -p 4242 --script tides HOST';

test('no output as a good sign is found after a search and after a script of nmap', () => {
  for (const [command, healthy] of [
    [GREP, 'Nothing.'],
    [SCRIPT, 'No output.'],
    ['netstat -ano | findstr /C:":4242 "', 'No line.'],
    ['journalctl -u example -g 4242', 'An empty list.'],
  ] as const) {
    const [problem] = problemsOfCommand(checkSilence, command, healthy);
    assert.match(problem?.wrong ?? '', /could not look/, command);
  }
});

test('it passes where the page says what else it can mean, and where something is printed', () => {
  for (const [command, healthy] of [
    [GREP, 'Nothing; a missing file prints nothing either.'],
    [SCRIPT, 'No output, also where the port is filtered.'],
    [SCRIPT, '`closed` or `filtered`.'],
    ["sudo ss -ltnp 'sport = :4242'", 'An empty list.'],
  ] as const) {
    assert.deepEqual(problemsOfCommand(checkSilence, command, healthy), [], healthy);
  }
});

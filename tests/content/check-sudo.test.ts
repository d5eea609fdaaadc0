import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSudo } from '../../src/checks/rules/check-sudo.ts';
import { problemsOfCommand } from './good-page.ts';

test('programs that need root are found, wherever they stand in the command', () => {
  for (const command of [
    "ss -ltnp 'sport = :4242'",
    'lsof -nP -iTCP:4242 -sTCP:LISTEN',
    "tcpdump -ni any 'port 4242'",
    'nmap -sU -p 4242 HOST',
    'nmap -Pn -sS -p 4242 HOST',
    'ike-scan --dport=4242 HOST',
    "cat /etc/example; ss -ltnp 'sport = :4242'",
  ]) {
    const [problem, ...more] = problemsOfCommand(checkSudo, command);
    assert.match(problem?.right ?? '', /write `sudo /, command);
    assert.equal(problem?.what, 'Ask for the tide');
    assert.deepEqual(more, [], command);
  }
});

test('with sudo, and where nothing is lost without it, they pass', () => {
  for (const command of [
    "sudo ss -ltnp 'sport = :4242'",
    "ss -ltn 'sport = :4242'",
    'nmap -sV -p 4242 HOST',
    'nmap -p 4242 --script ssl-enum-ciphers HOST',
    'netstat -ano | findstr /C:":4242 "',
    "echo 'ss -ltnp; tcpdump' | nc HOST 4242",
    "cat /etc/example; sudo ss -ltnp 'sport = :4242'",
  ]) {
    assert.deepEqual(problemsOfCommand(checkSudo, command), [], command);
  }
});

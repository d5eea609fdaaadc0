import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkNames } from '../../src/checks/rules/check-names.ts';
import { problemsOfCommand } from './good-page.ts';

test('a name longer than the kernel keeps is found, asked for and shown', () => {
  for (const [command, healthy] of [
    ['pgrep clickhouse-server # 4242', 'A number.'],
    ['ps -o args= -C clickhouse-server # 4242', 'A line.'],
    ["sudo ss -ltnp 'sport = :4242'", '`clickhouse-server`, on an inner address.'],
  ] as const) {
    const command2 = command.replace(' # 4242', '');
    const [problem] = problemsOfCommand(checkNames, command2, healthy);
    assert.equal(problem?.right, 'write `clickhouse-serv`', command);
  }
});

test('names as they are shown pass, and so do searches of the whole command', () => {
  for (const [command, healthy] of [
    ['pgrep -f clickhouse-server', 'A number.'],
    ['pgrep clickhouse-serv', 'A number.'],
    [
      "sudo ss -ltnp 'sport = :4242'",
      '`systemd-resolve`, with `/usr/bin/clickhouse-server` in ps.',
    ],
    ["sudo ss -ltn 'sport = :4242'", '`clickhouse-server`'],
  ] as const) {
    assert.deepEqual(problemsOfCommand(checkNames, command, healthy), [], command);
  }
});

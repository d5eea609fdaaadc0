/** The Linux commands of a port's page, carried out: each finds the process that listens. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Mode } from '../../../src/words/commands/command.ts';
import { linux } from '../../../src/words/commands/linux.ts';

const TOOLS = ['ss', 'lsof', 'fuser'];
const ATTEMPTS = 20;

let tcp: Server;
let udp: Socket;
let port: number;

/** A port that is free for both, and high enough that nobody needs a privilege. */
before(async () => {
  for (let attempt = 1; ; attempt++) {
    tcp = createServer().listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    port = (tcp.address() as AddressInfo).port;
    udp = createSocket('udp4');
    try {
      udp.bind(port, '127.0.0.1');
      await once(udp, 'listening');
      return;
    } catch (error) {
      tcp.close();
      udp.close();
      if (attempt === ATTEMPTS) throw error;
    }
  }
});

after(() => {
  tcp.close();
  udp.close();
});

/** Why a command cannot be carried out on this machine. */
function obstacle(tool: string): string | false {
  if (process.platform !== 'linux')
    return `these are commands of Linux, and this is ${process.platform}`;
  const found = spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
  return found ? false : `${tool} is not installed`;
}

/** A process may look at its own sockets: without sudo, the command finds this one all the same. */
function carryOut(command: string): string {
  const own = command.replace(/^sudo /, '');
  // fuser writes the names to its error output, and only the numbers to its output.
  return execFileSync('sh', ['-c', `${own} 2>&1`], { encoding: 'utf8', timeout: 10_000 });
}

const commandOf = (tool: string, mode: Mode, number: number) =>
  linux({ port: number, mode, web: undefined }).check.find(({ run }) =>
    run.replace(/^sudo /, '').startsWith(`${tool} `),
  )?.run ?? '';

describe('every command that the page gives for Linux is one that is tried here', () => {
  for (const mode of ['tcp', 'udp', 'both'] as const) {
    test(mode, () => {
      const tools = linux({ port: 1, mode, web: undefined }).check.map(
        ({ run }) => /^(?:sudo )?(\w+) /.exec(run)?.[1],
      );
      assert.deepEqual(tools, TOOLS);
    });
  }
});

for (const tool of TOOLS) {
  describe(tool, { skip: obstacle(tool) }, () => {
    for (const mode of ['tcp', 'udp', 'both'] as const) {
      test(`finds the process that listens (${mode})`, () => {
        const command = commandOf(tool, mode, port);
        const output = carryOut(command);
        assert.match(output, new RegExp(`\\b${process.pid}\\b`), `${command}\n${output}`);
      });
    }

    test('finds both sockets where both are asked for', () => {
      const output = carryOut(commandOf(tool, 'both', port));
      assert.match(output, /\btcp\b/i, output);
      assert.match(output, /\budp\b/i, output);
    });

    test('finds no process on a port where none listens', async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port: free } = other.address() as AddressInfo;
      other.close();
      await once(other, 'close');
      const own = commandOf(tool, 'tcp', free).replace(/^sudo /, '');
      const { stdout, stderr } = spawnSync('sh', ['-c', own], { encoding: 'utf8' });
      assert.doesNotMatch(stdout + stderr, new RegExp(`\\b${process.pid}\\b`));
    });
  });
}

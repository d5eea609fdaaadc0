/**
 * The Linux commands of a port's page that look for a listener, carried out: each finds the process,
 * and shows to an ordinary account what the page warns of.
 */
import assert from 'node:assert/strict';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Transport } from '../../../src/words/commands/command.ts';
import { linux } from '../../../src/words/commands/linux.ts';
import { outside } from '../../../src/words/commands/outside.ts';
import {
  ACCOUNTS,
  asRoot,
  ORDINARY,
  obstacle,
  type Ran,
  run,
  runBeside,
} from '../../helpers/tools.ts';

const TOOLS = ['ss', 'lsof'];
const ATTEMPTS = 20;
const MODES: Record<string, readonly Transport[]> = {
  tcp: ['tcp'],
  udp: ['udp'],
  both: ['tcp', 'udp'],
};

let tcp: Server;
let udp: Socket;
let port: number;
let free: number;

/** A port that is free for both, and high enough that nobody needs a privilege. */
before(async () => {
  for (let attempt = 1; ; attempt++) {
    // It greets as SSH does: whom nmap does not know by that, it asks for minutes.
    tcp = createServer((socket) =>
      socket.on('error', () => undefined).end('SSH-2.0-OpenSSH_9.2\r\n'),
    );
    tcp.listen(0, '127.0.0.1');
    await once(tcp, 'listening');
    port = (tcp.address() as AddressInfo).port;
    udp = createSocket('udp4');
    try {
      udp.bind(port, '127.0.0.1');
      await once(udp, 'listening');
      break;
    } catch (error) {
      tcp.close();
      udp.close();
      if (attempt === ATTEMPTS) throw error;
    }
  }
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  free = (other.address() as AddressInfo).port;
  other.close();
  await once(other, 'close');
});

after(() => {
  tcp.close();
  udp.close();
});

function commandOf(tool: string, transports: readonly Transport[], number: number): string {
  const target = { port: number, transports };
  const all = [...linux(target).check, ...outside(target).check].map((command) => command.run);
  const found = all.find((command) => command.replace(/^sudo /, '').startsWith(`${tool} `));
  assert.ok(found, tool);
  return found;
}

const text = ({ stderr, stdout }: Ran) => stdout + stderr;
const ownPid = () => new RegExp(`\\b${process.pid}\\b`);

describe('every command that the page gives for Linux is one that is tried here', () => {
  for (const [mode, transports] of Object.entries(MODES)) {
    test(mode, () => {
      const tools = linux({ port: 1, transports }).check.map(
        ({ run: command }) => /^sudo (\w+) /.exec(command)?.[1],
      );
      assert.deepEqual(tools, TOOLS);
    });
  }
});

for (const tool of TOOLS) {
  describe(tool, { skip: obstacle(tool) }, () => {
    for (const [mode, transports] of Object.entries(MODES)) {
      test(`finds the process that listens (${mode})`, () => {
        const command = commandOf(tool, transports, port);
        const found = text(run(command));
        assert.match(found, ownPid(), `${command}\n${found}`);
      });
    }

    test('finds both sockets where both are asked for', () => {
      const found = text(run(commandOf(tool, ['tcp', 'udp'], port)));
      assert.match(found, /\btcp\b/i, found);
      assert.match(found, /\budp\b/i, found);
    });

    test('looks at no transport that is not asked for', () => {
      assert.doesNotMatch(text(run(commandOf(tool, ['tcp'], port))), /\budp\b/i);
      assert.doesNotMatch(text(run(commandOf(tool, ['udp'], port))), /\bLISTEN\b/);
    });

    test('finds no process on a port where none listens', () => {
      assert.doesNotMatch(text(run(commandOf(tool, ['tcp'], free))), ownPid());
    });

    test('needs the sudo that stands before it: another account is not told the program', {
      skip: asRoot(),
    }, () => {
      const command = commandOf(tool, ['tcp'], port);
      assert.match(command, /^sudo /);
      assert.doesNotMatch(text(run(command, ORDINARY)), ownPid());
    });
  });
}

describe('nmap', { skip: obstacle('nmap') }, async () => {
  const scan = (transports: readonly Transport[], number: number, account?: number) =>
    runBeside(commandOf('nmap', transports, number).replace('HOST', '127.0.0.1'), account);

  test('says open of what listens, and closed of what does not', { skip: asRoot() }, async () => {
    assert.match(text(await scan(['tcp'], port)), new RegExp(`^${port}/tcp +open`, 'm'));
    const both = text(await scan(['tcp', 'udp'], free));
    assert.match(both, new RegExp(`^${free}/tcp +closed`, 'm'));
    assert.match(both, new RegExp(`^${free}/udp +closed`, 'm'));
  });

  test('of UDP that does not answer says open|filtered, as the page does', {
    skip: asRoot(),
  }, async () => {
    const command = commandOf('nmap', ['udp'], port).replace('HOST', '127.0.0.1');
    // To ask which version answers takes minutes where nothing does.
    const found = text(await runBeside(command.replace(' -sV', '')));
    assert.match(found, new RegExp(`^${port}/udp +open\\|filtered`, 'm'));
  });

  test('of TCP alone needs no root, and so no sudo', { skip: asRoot() }, async () => {
    assert.doesNotMatch(commandOf('nmap', ['tcp'], port), /sudo/);
    assert.match(text(await scan(['tcp'], port, ORDINARY)), new RegExp(`^${port}/tcp +open`, 'm'));
  });

  test('of UDP needs root, and has its sudo', { skip: asRoot() }, async () => {
    for (const transports of [['udp'], ['tcp', 'udp']] as const) {
      assert.match(commandOf('nmap', transports, port), /^sudo /);
      assert.match(text(await scan(transports, port, ORDINARY)), /requires root privileges/);
    }
  });
});

describe('nc', { skip: obstacle('nc') }, () => {
  for (const account of ACCOUNTS) {
    test(`says succeeded or refused (${account.name})`, { skip: account.skip }, () => {
      const knock = (number: number) => {
        const command = commandOf('nc', ['tcp'], number).replace('HOST', '127.0.0.1');
        return text(run(command, account.uid));
      };
      assert.match(knock(port), /succeeded/i);
      assert.match(knock(free), /refused/i);
    });
  }
});

/** The commands of every port: for the transports in use and no other, and with what must be said before them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openAtlas } from '../../../src/facts/atlas/atlas.ts';
import { commandsFor, commandTransports, targetOf } from '../../../src/words/commands/commands.ts';
import { commandsHtml } from '../../../src/words/commands/html.ts';
import { english } from '../../../src/words/messages/english.ts';
import { assertNone } from '../../helpers/assert-none.ts';

const atlas = openAtlas();
const groupsOf = (port: number) => commandsFor(targetOf(atlas.port(port)));
const runsOf = (port: number) =>
  groupsOf(port).flatMap(({ check, firewall, stop }) =>
    [...check, ...stop, ...firewall].map(({ run }) => run),
  );
const ruleOf = (port: number, tool: string) => runsOf(port).find((run) => run.includes(tool)) ?? '';

/** What only a command for TCP says, and only one for UDP. */
const TCP_WORDS = /TCP|\btcp\b|-tlpn|LISTEN|Test-NetConnection/;
const UDP_WORDS = /UDP|\budp\b|-ulpn|-sS?U\b/;

describe('an authored page of one transport', () => {
  const single = [...atlas.authored()].filter((port) => {
    const used = new Set(atlas.port(port).page?.uses.flatMap(({ transport }) => transport));
    return used.size === 1 && (used.has('tcp') || used.has('udp'));
  });

  test('opens, closes and looks at no other', () => {
    assert.ok(single.length > 80, `${single.length} pages`);
    const wrong = single.flatMap((port) => {
      const [transport] = commandTransports(atlas.port(port));
      const foreign = transport === 'tcp' ? UDP_WORDS : TCP_WORDS;
      const runs = runsOf(port).filter((run) => foreign.test(run));
      return runs.map((run) => `${port} is ${transport}: ${run}`);
    });
    assertNone(wrong);
  });
});

test('a port of which nothing is known has commands for both', () => {
  const port = 50_123;
  assert.deepEqual(commandTransports(atlas.port(port)), ['tcp', 'udp']);
  assert.match(ruleOf(port, 'Get-Process'), /Get-NetTCPConnection.*Get-NetUDPEndpoint/);
});

describe('firewalld', () => {
  test('is asked for a service that stands for this port alone', () => {
    assert.match(ruleOf(22, 'firewall-cmd'), /--add-service=ssh$/);
  });

  test('is not asked for a service that would open other ports too', () => {
    for (const port of [139, 445]) assert.doesNotMatch(ruleOf(port, 'firewall-cmd'), /service/);
  });
});

test('a port that carries sessions has its warning before each rule that blocks, and others have none', () => {
  for (const port of [22, 3389, 5900]) {
    for (const { firewall, id, warning } of groupsOf(port))
      assert.equal(warning !== undefined, firewall.length > 0, `${port} ${id}`);
    assert.match(
      commandsHtml(atlas.port(port), english()),
      /<h4>[^<]*<\/h4><p><b>[^<]*lock you out/,
    );
  }
  assert.ok(groupsOf(3330).every(({ warning }) => warning === undefined));
  assert.doesNotMatch(commandsHtml(atlas.port(3330), english()), /lock you out/);
});

test('port 0 has no commands, since nothing listens on it', () => {
  assert.deepEqual(groupsOf(0), []);
  assert.doesNotMatch(commandsHtml(atlas.port(0), english()), /<dt>/);
});

test('findstr finds no longer number, and nft appends nothing', () => {
  assert.match(ruleOf(3332, 'findstr'), /findstr \/c:":3332 "$/);
  assert.match(ruleOf(3332, 'nft'), /^sudo nft insert rule /);
});

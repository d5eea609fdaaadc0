/**
 * The firewall rules of a port's page, set with the real tools in a network of their own: each does to
 * a connection what the page says, also where an earlier rule says the opposite.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Target } from '../../../src/words/commands/command.ts';
import { linux } from '../../../src/words/commands/linux.ts';
import { asRoot, inNamespace, noNamespace, ORDINARY, obstacle, run } from '../../helpers/tools.ts';

const PORT = 3330;
const TCP: Target = { port: PORT, transports: ['tcp'] };
const BOTH: Target = { port: PORT, transports: ['tcp', 'udp'] };
const SSH: Target = { port: 22, transports: ['tcp'], firewalld: { tcp: 'ssh' } };

function ruleOf(tool: string, target: Target): string {
  const found = linux(target).firewall.find(({ run: command }) =>
    command.startsWith(`sudo ${tool} `),
  );
  assert.ok(found, tool);
  return found.run;
}

const withoutSudo = (command: string) => command.replace(/^sudo /, '');

const TABLE = `nft add table inet filter
nft 'add chain inet filter input { type filter hook input priority 0; }'
nft add rule inet filter input tcp dport ${PORT} accept
nft add rule inet filter input udp dport ${PORT} accept`;

/** A listener that is well, and after the rule a knock on it; node is the one program that is surely here. */
const KNOCK = `'${process.execPath}' -e "
const net = require('node:net');
const server = net.createServer((socket) => socket.destroy()).listen(${PORT}, '127.0.0.1', () => {
  const end = (word) => { console.log(word); process.exit(); };
  const socket = net.connect(${PORT}, '127.0.0.1', () => end('connected'));
  socket.on('error', () => end('refused')).setTimeout(1500, () => end('no answer'));
});"`;

const skipOf = (...tools: string[]) =>
  asRoot() || obstacle('unshare', 'ip', ...tools) || noNamespace();

describe('nft', { skip: skipOf('nft') }, () => {
  test('an inserted rule blocks where an earlier one accepts; without it the listener answers', () => {
    assert.match(inNamespace(`${TABLE}\n${KNOCK}`).stdout, /^connected$/m);
    for (const target of [TCP, BOTH]) {
      const rule = withoutSudo(ruleOf('nft', target));
      assert.match(inNamespace(`${TABLE}\n${rule}\n${KNOCK}`).stdout, /^no answer$/m, rule);
    }
  });

  test('an appended rule would not', () => {
    const appended = withoutSudo(ruleOf('nft', TCP)).replace('insert', 'add');
    assert.match(inNamespace(`${TABLE}\n${appended}\n${KNOCK}`).stdout, /^connected$/m);
  });

  test('needs the table, as the page says', () => {
    const { code, stderr } = inNamespace(withoutSudo(ruleOf('nft', TCP)));
    assert.notEqual(code, 0);
    assert.match(stderr, /No such file or directory/);
  });

  test('needs root', () => {
    const { code, stderr } = run(ruleOf('nft', TCP), ORDINARY);
    assert.notEqual(code, 0);
    assert.match(stderr, /not permitted/i);
  });
});

describe('ufw', { skip: skipOf('ufw', 'iptables') }, () => {
  /** Its files are copied, and put over the real ones for this namespace alone. */
  const OWN_FILES = `set -e
copy=$(mktemp -d)
for dir in /etc/ufw /etc/default; do cp -a $dir $copy/; mount --bind $copy/$(basename $dir) $dir; done
trap 'umount /etc/ufw /etc/default; rm -rf "$copy"' EXIT
ufw --force reset >&2
ufw --force enable >&2`;

  test('a prepended rule comes before an allowed range', () => {
    const allowed = `${OWN_FILES}\nufw allow 3000:4000/tcp`;
    const { stderr, stdout } = inNamespace(
      `${allowed}\n${withoutSudo(ruleOf('ufw', TCP))}\nufw status numbered`,
    );
    const first = /\[ 1\] (.*)/.exec(stdout)?.[1];
    assert.match(first ?? '', new RegExp(`^${PORT}/tcp +DENY IN`), stdout + stderr);
  });

  test('says Skipping where the same port is allowed, as the page says', () => {
    const allowed = `${OWN_FILES}\nufw allow ${PORT}`;
    const { stderr, stdout } = inNamespace(`${allowed}\n${withoutSudo(ruleOf('ufw', BOTH))}`);
    assert.match(stdout, /^Skipping/m, stdout + stderr);
  });

  test('needs root', () => {
    const { stderr, stdout } = run(ruleOf('ufw', TCP), ORDINARY);
    assert.match(stdout + stderr, /need to be root/);
  });
});

describe('firewall-cmd', { skip: skipOf('firewalld', 'firewall-cmd', 'dbus-daemon') }, () => {
  /** A bus and a daemon of this namespace's own; both end with it. */
  const DAEMON = `copy=$(mktemp -d)
trap 'umount /etc/firewalld; rm -rf "$copy"' EXIT
cp -a /etc/firewalld $copy/ && mount --bind $copy/firewalld /etc/firewalld
mkdir -p /run/dbus && mount -t tmpfs none /run/dbus
dbus-daemon --system --fork --nopidfile
timeout 100 firewalld --nofork --nopid >/dev/null 2>&1 &
until firewall-cmd --state >/dev/null 2>&1; do kill -0 $! || exit 9; sleep 0.1; done`;
  const LIST = 'firewall-cmd --list-ports; firewall-cmd --list-services';

  test('opens the port until a reload, and with --permanent for longer', () => {
    const rule = withoutSudo(ruleOf('firewall-cmd', BOTH));
    const kept = rule.replace('firewall-cmd', 'firewall-cmd --permanent');
    const script = [DAEMON, rule, LIST, 'firewall-cmd --reload; echo reloaded', LIST];
    const { stderr, stdout } = inNamespace(
      [...script, kept, 'firewall-cmd --reload; echo again', LIST].join('\n'),
    );
    const [before, after, again] = stdout.split(/reloaded|again/);
    assert.match(before ?? '', /3330\/tcp 3330\/udp/, stdout + stderr);
    assert.doesNotMatch(after?.split('success')[0] ?? '', /3330/, stdout);
    assert.match(again ?? '', /3330\/tcp 3330\/udp/, stdout);
  });

  test('what a service opens, --remove-port leaves open, and --remove-service closes', () => {
    const rule = withoutSudo(ruleOf('firewall-cmd', SSH));
    assert.equal(rule, 'firewall-cmd --add-service=ssh');
    const byPort = 'firewall-cmd --remove-port=22/tcp; echo by port';
    const byService = `${rule.replace('--add-', '--remove-')}; echo by service`;
    const query = 'firewall-cmd --query-service=ssh';
    const { stderr, stdout } = inNamespace(
      [DAEMON, rule, byPort, query, byService, query].join('\n'),
    );
    assert.match(stdout, /success\s+by port\s+yes\s+success\s+by service\s+no/, stdout + stderr);
  });
});

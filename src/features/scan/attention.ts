/** Whether a port that was found deserves a look, and why: by what it is, and by who can reach it. */
import { FIRST_DYNAMIC_PORT } from '../../base/ranges.ts';
import { FIRST_CLIENT_PORT, LOOPBACK } from './address.ts';
import type { Facts, Look, PortFacts } from './facts.ts';
import { judgeFarEnds } from './far-ends.ts';
import type { FoundPort } from './group.ts';
import { ATTENTIONS, type Attention, type Judged } from './judged.ts';
import type { ScanFormat } from './row.ts';

/** What a connection leads to is another matter than what listens: see far-ends.ts. */
type Ground = Exclude<Look, 'control'> | 'dynamic' | 'undocumented';

const GROUNDS: Record<Ground, string> = {
  backdoor: 'on a list of historic backdoor ports',
  never: 'never to be exposed to the internet',
  restrict: 'for known addresses only',
  unauthorized: 'unauthorized use reported to IANA',
  dynamic: 'a listener on a dynamic port',
  undocumented: 'a listener that no source documents',
};

const WAIVED = {
  machine: 'only this machine can reach it',
  network: 'bound to an address of a private network',
  client: 'a UDP socket of a client, as programs open them all the time',
  windows: 'Windows listens here itself, and its firewall decides who can reach it',
  published: 'published by a container, as its settings say',
  usual: 'the program is one that is usual here',
} as const;
type Waiver = keyof typeof WAIVED;

/** A port on which no program listens needs no attention, unless its connection leads somewhere that does. */
export function judge(found: FoundPort, known: PortFacts, facts: Facts): Judged {
  if (found.listens === false) return judgeFarEnds(found, facts);
  const judged = groundsOf(found, known).map((ground) => judgedGround(ground, found, known));
  const of = (attention: Attention) => judged.filter((one) => one.attention === attention);
  const attention = ATTENTIONS.find((one) => of(one).length > 0) ?? 'fine';
  const reasons = [...new Set(of(attention).map(({ reason }) => reason))].join('; ');
  if (reasons === '') return { attention, reason: '' };
  const before = { now: 'Check now: ', look: '', fine: 'No: ' }[attention];
  return { attention, reason: `${before}${reasons}` };
}

/** That no source knows a port matters only where a program certainly listens. */
function groundsOf({ listens, port }: FoundPort, { documented, looks }: PortFacts): Ground[] {
  // What IANA registered for programs is no reason to look at a rule.
  const grounds = looks.filter((look) => look !== 'control');
  if (listens !== true) return grounds.filter((ground) => ground !== 'unauthorized');
  if (port >= FIRST_DYNAMIC_PORT) return [...grounds, 'dynamic'];
  return documented ? grounds : [...grounds, 'undocumented'];
}

function judgedGround(ground: Ground, found: FoundPort, known: PortFacts): Judged {
  const waiver = waiverOf(ground, found, known);
  if (waiver) return { attention: 'fine', reason: WAIVED[waiver] };
  const open =
    found.listens === true && reachOf(found) === 'anywhere' && !DISCOVERY.has(found.port);
  return { attention: ground === 'never' && open ? 'now' : 'look', reason: GROUNDS[ground] };
}

function waiverOf(ground: Ground, found: FoundPort, known: PortFacts): Waiver | undefined {
  const reach = reachOf(found);
  if (reach === 'machine') return 'machine';
  if (ground === 'restrict' && reach === 'network') return 'network';
  if (isOfWindows(found)) return 'windows';
  if (ground === 'backdoor' && isUsual(found, known)) return 'usual';
  return ground === 'dynamic' || ground === 'undocumented' ? unknownWaiver(found) : undefined;
}

/** Windows' services: the output has no name for them, only a number. */
const WINDOWS_OWN = /^(?:PID \d+|System|(?:svchost|lsass|services|wininit|spoolsv)(?:\.exe)?)$/i;

function unknownWaiver({ formats, port, transport }: FoundPort): Waiver | undefined {
  if (transport === 'udp' && port >= FIRST_CLIENT_PORT) return 'client';
  if (formats.every((format) => format === 'docker' || format === 'kubectl')) return 'published';
  return undefined;
}

/** RPC and its endpoint mapper, NetBIOS, SMB: they listen on every Windows. */
const PORTS_OF_WINDOWS: ReadonlySet<number> = new Set([135, 137, 138, 139, 445, 5040, 5357]);
const FIRST_RPC_PORT = 49_664;
/** How machines of a local network find each other: every desktop listens there. */
const DISCOVERY: ReadonlySet<number> = new Set([1900, 3702, 5353, 5355]);

function isOfWindows({ formats, port, processes }: FoundPort): boolean {
  const own = processes.every((process) => WINDOWS_OWN.test(process));
  const usual = PORTS_OF_WINDOWS.has(port) || port >= FIRST_RPC_PORT;
  return own && usual && formats.every((format) => WINDOWS.has(format));
}

/** 'sshd' among 'OpenSSH (sshd)'. */
function isUsual({ processes }: FoundPort, { registered, usual }: PortFacts): boolean {
  const names = [...registered, ...usual].flatMap((name) => name.toLowerCase().split(/[\s(),/]+/));
  const own = processes.map((process) => process.toLowerCase().replace(/\.exe$/, ''));
  return own.length > 0 && own.every((process) => names.includes(process));
}

const WINDOWS: ReadonlySet<ScanFormat> = new Set(['netstat-windows', 'powershell']);
/** Of these, an address is what the program is bound to; of a scanner, it is the machine's. */
const OF_SOCKETS: ReadonlySet<ScanFormat> = new Set([
  ...(['ss', 'netstat', 'netstat-bsd', 'netstat-windows', 'powershell', 'lsof', 'docker'] as const),
]);

const EVERY = /^(?:0\.0\.0\.0|::|\*|)$/;
/** RFC 1918 and 6598, link-local addresses, and IPv6's own (RFC 4193). */
const PRIVATE = new RegExp(
  [
    String.raw`^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.`,
    String.raw`|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd][\da-f]{2}:|fe[89ab][\da-f]:)`,
  ].join(''),
  'i',
);

/** Who can reach it, as far as addresses tell; a firewall may say otherwise. */
function reachOf({ formats, hosts }: FoundPort): 'machine' | 'network' | 'anywhere' | 'unknown' {
  if (hosts.length === 0) return 'unknown';
  const sockets = formats.every((format) => OF_SOCKETS.has(format));
  if (hosts.every((host) => LOOPBACK.test(host))) return sockets ? 'machine' : 'unknown';
  const others = hosts.filter((host) => !LOOPBACK.test(host));
  if (others.every((host) => PRIVATE.test(host))) return 'network';
  return sockets || others.every((host) => !EVERY.test(host)) ? 'anywhere' : 'unknown';
}

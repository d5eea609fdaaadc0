/** netstat of Linux (127.0.0.1:631) and of macOS and the BSDs (127.0.0.1.631): one shape, two separators. */
import { ends, farEnd, isBoundOnly, isNobody, separatorOf } from '../address.ts';
import { portNamed } from '../port-number.ts';
import type { OpenReader, ScanTransport } from '../row.ts';

/** tcp, tcp4, tcp6, tcp46, udplite; raw sockets show a protocol's number where a port would be. */
const SOCKET = /^(tcp|udp|sctp|dccp|raw|udplite|icmp?)$/;
const STATE =
  /^(LISTEN|ESTABLISHED|SYN_\w+|FIN_WAIT_?[12]|TIME_WAIT|CLOSE[D_]?\w*|LAST_ACK|CLOSING|BOUND|UNKNOWN|NEW_SYN_RECV)$/;

/** To the end of the far address; what follows is of many kinds. */
const COLUMNS = /^\s*([a-z]+)(46|4|6)?\s+\d+\s+\d+\s+(\S+)\s+(\S+)/;

export const openNetstat: OpenReader = (resolve) => ({
  read(text, line) {
    const [whole = '', name = '', , local = '', peer = ''] = COLUMNS.exec(text) ?? [];
    if (!SOCKET.test(name)) return undefined;
    const rest = text.slice(whole.length);
    const separator = separatorOf(local);
    if (separator === undefined || separatorOf(peer) === undefined) return undefined;
    const transport = transportOf(name);
    if (transport === undefined) return [];
    const end = ends(local, separator);
    const port = end && portNamed(end.port, transport, resolve);
    if (!end || port === undefined) return [];
    const word = /^\s+(\S+)/.exec(rest)?.[1] ?? '';
    const state = STATE.test(word) ? word : '';
    return [
      {
        port,
        transport,
        state,
        process: separator === ':' ? linuxProgram(rest) : macProgram(rest),
        host: end.host,
        far: farEnd(peer, separator),
        line,
        format: separator === ':' ? 'netstat' : 'netstat-bsd',
        listens:
          state === 'LISTEN' ||
          (state === '' && isNobody(peer)) ||
          isBoundOnly(transport, local, peer),
      },
    ];
  },
});

function transportOf(name: string): ScanTransport | undefined {
  if (name === 'udplite') return 'udp';
  return name === 'tcp' || name === 'udp' || name === 'sctp' || name === 'dccp' ? name : undefined;
}

const LONGEST_TIMER = 20;

/** What servers write behind their name: 'nginx: master pr', 'redis-server 127', 'redis-server *:6'. */
const TITLE = /(?::(?: .*)?| (?:\d[\d.:]*|\*:\d*|\[[\da-f:\]]*))$/;

const linuxProgram = (rest: string) => programIn(rest).replace(TITLE, '');

/** '600/sshd: /usr/sbin', with a timer behind it where -o was given. */
function programIn(rest: string): string {
  const at = rest.search(/\s\d+\//);
  if (at < 0) return '';
  const program = rest.slice(rest.indexOf('/', at) + 1).trim();
  // A timer has two words at most, and its numbers in the second.
  const numbers = program.lastIndexOf(' (');
  if (numbers < 0 || !/^ \([\d./]+\)$/.test(program.slice(numbers))) return program;
  const name = /\s(?:off|on|keepalive|timewait|probe|unkn-\d{1,9})$/.exec(
    program.slice(Math.max(0, numbers - LONGEST_TIMER), numbers),
  );
  return name ? program.slice(0, numbers - name[0].length).trim() : program;
}

/** With -v, four counters and then 'Google Chrome He:35474'; older systems show the number alone. */
function macProgram(rest: string): string {
  const behind = /^\s*(?:[A-Z]\S*\s+)?(?:\d+\s+){2,4}(.*)$/.exec(rest)?.[1] ?? '';
  const at = behind.search(/:\d+\s+[0-9a-f]{5}\s/);
  return at < 0 ? '' : behind.slice(0, at).trim();
}

/** iptables -S and iptables-save (-A INPUT -p tcp --dport 22 -j ACCEPT), and iptables -L (tcp dpt:22). */
import { anyOf, inSequence } from '../../../base/patterns.ts';
import { portNumber, portsNamed } from '../port-number.ts';
import type { OpenReader, Resolve, ScanRow, ScanTransport } from '../row.ts';

const RULE = inSequence([
  /^(?:\[\d+:\d+\] )?(?:sudo )?(?:ip6?tables(?:-nft|-legacy)? (?:-\S+ \S+ )?)?/,
  /-[AIRDC] [\w.-]+(?: \d+)?(?:\s+[!-]|\s*$)/,
]);
/** What stands between the rules and has numbers in it. */
const FRAME = anyOf([
  /^:\S+ (?:ACCEPT|DROP|-)(?: \[\d+:\d+\])?$/,
  /^Chain \S+ \(/,
  /^\*[a-z]+$/,
  /^COMMIT$/,
  /^-P [A-Z]+ [A-Z]+/,
  /^-N [\w.-]+$/,
  /^# (?:Generated|Completed) /,
  /^(?:num\s+)?(?:pkts\s+bytes\s+)?target\s+prot/,
]);
const LISTED = /\b(?:dpts?:|dports |redir ports |ports |to:\S)/;
const TRANSPORTS = new Map<string, ScanTransport>([
  ['tcp', 'tcp'],
  ['6', 'tcp'],
  ['udp', 'udp'],
  ['17', 'udp'],
  ['sctp', 'sctp'],
  ['132', 'sctp'],
  ['dccp', 'dccp'],
  ['33', 'dccp'],
]);

export const openIptables: OpenReader = (resolve) => ({
  read(text, line) {
    if (FRAME.test(text)) return [];
    if (RULE.test(text)) return readRule(text, line, resolve);
    return LISTED.test(text) ? readListed(text, line, resolve) : undefined;
  },
});

const DESTINATION = /^--(?:dports?|destination-ports?|ports|ctorigdstport)$/;

/** The words of a command, in which a comment may be one word in quotes. */
function readRule(text: string, line: number, resolve: Resolve): ScanRow[] {
  const words = text.match(/"[^"]*"|\S+/g) ?? [];
  const after = (option: RegExp) => words[words.findIndex((word) => option.test(word)) + 1] ?? '';
  const transport = TRANSPORTS.get(after(/^(?:-p|--protocol)$/)) ?? '';
  const state = words.some((word) => /^-[jg]$|^--(?:jump|goto)$/.test(word))
    ? after(/^-[jg]$|^--(?:jump|goto)$/)
    : '';
  const make = maker({ transport, state, line, resolve });
  return words.flatMap((word, at) => {
    const value = words[at + 1] ?? '';
    if (DESTINATION.test(word)) {
      const excepted = words[at - 1] === '!' || value === '!';
      return make.ports(value === '!' ? (words[at + 2] ?? '') : value, ':', excepted);
    }
    if (/^--(?:to-ports?|on-port)$/.test(word)) return make.ports(value, '-');
    return word === '--to-destination' ? make.target(value) : [];
  });
}

function readListed(text: string, line: number, resolve: Resolve): ScanRow[] | undefined {
  const fields = text
    .replace(/\/\*[^*]*\*\//g, ' ')
    .trim()
    .split(/\s+/);
  // The protocol stands before the options column: 'ACCEPT tcp -- anywhere anywhere tcp dpt:ssh'.
  const options = fields.findIndex((field, at) => at > 0 && /^(?:--|!?-?f|!f)$/.test(field));
  const transport = TRANSPORTS.get(fields[options - 1] ?? '');
  if (options < 1 || options > 5 || transport === undefined) return undefined;
  const target = fields[options - 2] ?? '';
  const state = /^[\d.]+[KMGT]?$/.test(target) ? '' : target;
  const make = maker({ transport, state, line, resolve });
  return fields.flatMap((field, at) => {
    const [, excepted, single] = /^dpts?:(!?)(.+)$/.exec(field) ?? [];
    if (single !== undefined) return make.ports(single, ':', excepted === '!');
    const several = field === 'dports' || (field === 'ports' && fields[at - 1] === 'multiport');
    if (several) {
      const value = fields[at + 1] ?? '';
      return make.ports(value.replace(/^!/, ''), ':', value.startsWith('!'));
    }
    if (field === 'ports' && fields[at - 1] === 'redir')
      return make.ports(fields[at + 1] ?? '', '-');
    return field.startsWith('to:') ? make.target(field.slice(3)) : [];
  });
}

interface Rule {
  transport: ScanTransport;
  state: string;
  line: number;
  resolve: Resolve;
}

function maker({ line, resolve, state, transport }: Rule) {
  const row = { transport, process: '', line, format: 'iptables' } as const;
  const listens = /^(DROP|REJECT|TARPIT)$/i.test(state) ? false : undefined;
  return {
    ports: (list: string, separator: '-' | ':', excepted = false): ScanRow[] =>
      list
        .split(',')
        .flatMap((text) => portsNamed(text, separator, transport, resolve))
        .map((ports) => ({
          ...row,
          ...ports,
          // '! --dport 22' speaks of every port but this one.
          state: excepted ? `${state}, all but` : state,
          listens: excepted ? undefined : listens,
        })),
    /** '10.0.0.2:8080' or '[2001:db8::2]:8080-8090'; an address alone names no port. */
    target: (address: string): ScanRow[] => {
      const [, host, low, high] =
        /^(\[[^\]]+\]|[^:]*):(\d{1,5})(?:-(\d{1,5}))?$/.exec(address) ?? [];
      if (portNumber(low) === undefined) return [];
      const found = portsNamed(high ? `${low}-${high}` : (low ?? ''), '-', transport, resolve);
      return found.map((ports) => ({
        ...row,
        ...ports,
        state,
        host: host?.replace(/^\[(.*)\]$/, '$1'),
        listens: undefined,
      }));
    },
  };
}

/**
 * What is known of a port, as far as the table of a scan tells it; read from one small file, in the
 * browser as in the terminal.
 */
import { STATUSES, type Status } from '../../base/statuses.ts';
import { VERDICT_LEVELS, type VerdictLevel } from '../../base/verdict-levels.ts';
import type { Resolve, ScanTransport } from './row.ts';

/**
 * Why a port is worth a look, whatever the scan says of it; each is one bit in the file. 'control' is
 * worth one where a connection leads to it: remote control by malware, or mining.
 */
export const LOOKS = ['backdoor', 'never', 'restrict', 'unauthorized', 'control'] as const;
export type Look = (typeof LOOKS)[number];

/**
 * /lookup-data.json. A documented port is a line: its distance from the one before; the digits of
 * its status on TCP, its status on UDP, its verdict, and its looks, to the base of 32; its registered
 * names; what usually listens. Fields are divided by tabs, and left out from the end where empty.
 */
export interface LookupData {
  ports: string;
  /** The ports that no source documents: from which on, the digits of their status and verdict. */
  others: [from: number, digits: string][];
  /** The names of /etc/services, which go before the registry's: 'ftp 21/tcp'. */
  services: string;
}

export interface PortFacts {
  documented: boolean;
  status: Status;
  level: VerdictLevel;
  /** The registered services on the transport, or on any where none is asked for. */
  registered: string[];
  usual: string[];
  looks: Look[];
}

export interface Facts {
  of(port: number, transport: ScanTransport): PortFacts;
  resolve: Resolve;
}

/** The letter behind a name that is not registered for TCP and UDP alike. */
export const TRANSPORT_LETTERS: Record<Exclude<ScanTransport, ''>, string> = {
  tcp: 't',
  udp: 'u',
  sctp: 's',
  dccp: 'd',
};

interface Name {
  name: string;
  transports: string;
  /** Another name for a service that has one already: looked up and not shown. */
  alias: boolean;
}

interface Entry {
  digits: string;
  names: Name[];
  usual: string[];
}

export function openFacts({ others, ports, services }: LookupData): Facts {
  const entries = new Map<number, Entry>();
  const numbers = new Map<string, number>();
  const know = (name: string, transport: string, port: number) => {
    const key = `${name.toLowerCase()}/${transport}`;
    if (!numbers.has(key)) numbers.set(key, port);
  };
  for (const service of services.split('\n')) {
    const [, name = '', digits, transport = ''] = /^(\S+) (\d+)\/([a-z]+)$/.exec(service) ?? [];
    know(name, transport, Number(digits));
  }
  let port = 0;
  for (const line of ports.split('\n')) {
    const [distance, digits = '', registered = '', usual = ''] = line.split('\t');
    port += Number(distance);
    const names = registered === '' ? [] : registered.split(',').map(readName);
    entries.set(port, { digits, names, usual: usual === '' ? [] : usual.split(';') });
    for (const { name, transports } of names)
      for (const [transport, letter] of Object.entries(TRANSPORT_LETTERS))
        if (transports.includes(letter)) know(name, transport, port);
  }
  return {
    of(asked, transport) {
      const entry = entries.get(asked);
      const digits = entry?.digits ?? others.findLast(([from]) => from <= asked)?.[1] ?? '';
      const digit = (at: number) => Number.parseInt(digits[at] ?? '0', 32);
      const names = (entry?.names ?? []).filter(
        ({ alias, transports }) =>
          !alias && (transport === '' || transports.includes(TRANSPORT_LETTERS[transport])),
      );
      const statuses =
        transport === 'udp' ? [digit(1)] : transport === '' ? [digit(0), digit(1)] : [digit(0)];
      return {
        documented: entry !== undefined,
        status: STATUSES[Math.min(...statuses)] ?? 'never-assigned',
        level: VERDICT_LEVELS[digit(2)] ?? 'care',
        registered: [...new Set(names.map(({ name }) => name))],
        usual: entry?.usual ?? [],
        looks: LOOKS.filter((_, bit) => (digit(3) & (1 << bit)) !== 0),
      };
    },
    resolve: (name, transport) => {
      const key = name.toLowerCase();
      const asked = transport === '' ? ['tcp', 'udp'] : [transport, 'tcp', 'udp'];
      return asked.map((on) => numbers.get(`${key}/${on}`)).find((found) => found !== undefined);
    },
  };
}

/** 'ssh/tus', '~www' for an alias, 'http' for TCP and UDP. */
function readName(text: string): Name {
  const alias = text.startsWith('~');
  const [name = '', transports = 'tu'] = text.slice(alias ? 1 : 0).split('/');
  return { name, transports, alias };
}

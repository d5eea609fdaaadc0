/**
 * What no tool wrote, or none that is known: 10.0.0.1:8080, [::1]:631, localhost:3000,
 * https://web:8443, 443/tcp, tcp/443, port 5432. Only a shape that can be nothing else counts:
 * 12:30:45, 16:9, ::1, main.rs:42 and key:123 are no ports.
 */
import { anyOf, inSequence } from '../../../base/patterns.ts';
import { portNumber, portsOf } from '../port-number.ts';
import type { OpenReader, Resolve, ScanRow, ScanTransport } from '../row.ts';
import { hostBefore } from './text-host.ts';

/** Behind the number: the end of a word, and not more of a time, an address or a version. */
const COLON = /:([1-9]\d{0,4})(?:\/(tcp|udp|sctp|dccp)(?!\w)|(?![\w%@]|[:.,-]\d))/gi;
/** '443/tcp', '80,443/tcp', '60000:61000/udp', and 'udp/53' or 'tcp:22'. */
const SLASHED = anyOf(
  [
    /(?<![\w.:/,-])(\d{1,5}(?:[,:-]\d{1,5}){0,31})\/(tcp|udp|sctp|dccp)(?![\w-])/,
    /(?<![\w/.-])(tcp|udp|sctp|dccp)[/:](\d{1,5})(?![\w:./-])/,
  ],
  'gi',
);
/** 'port 5432', 'TCP port=5432', '"port": 5432', 'listening on :5432'; not the ports that are sockets of metal. */
const SPOKEN = inSequence(
  [
    /(?<![\w-])(?<!\b(?:serial|parallel|usb|com|switch|display|console|virtual|hdmi|sata|audio) )/,
    /(?:(?:(tcp|udp)[ /-])?ports?["']?(?: ?[=:] ?| )["']?|listen(?:s|ing)?(?: on)? ["']?:)/,
    /([1-9]\d{0,4})(?![\w%/]|[:.,-]\d)/,
  ],
  'gi',
);

/** A firewall's line in the kernel's log, 'PROTO=TCP SPT=40000 DPT=23': where the packet was sent to. */
const LOGGED = /\bPROTO=(TCP|UDP|SCTP|DCCP) SPT=\d+ DPT=(\d{1,5})\b/;

export const openText: OpenReader = (resolve) => ({
  read(text, line) {
    if (!/\d/.test(text)) return [];
    const found = [
      ...(text.includes(':') ? withHosts(text, resolve) : []),
      ...(/tcp|udp|sctp|dccp/i.test(text) ? withTransports(text) : []),
      ...(/port|listen/i.test(text) ? spoken(text) : []),
      ...(text.includes('DPT=') ? logged(text) : []),
    ];
    return found.map((port) => ({ ...port, state: '', process: '', line, format: 'text' }));
  },
});

type Found = Pick<ScanRow, 'port' | 'to' | 'transport' | 'host'>;

const transportNamed = (text = '') => text.toLowerCase() as ScanTransport;

function* withHosts(text: string, resolve: Resolve): Generator<Found> {
  for (const { 1: digits, 2: name, index } of text.matchAll(COLON)) {
    const port = portNumber(digits);
    const transport = transportNamed(name);
    const host = port === undefined ? undefined : hostBefore(text, index, port, resolve);
    if (port !== undefined && host !== undefined) yield { port, transport, host };
  }
}

function* withTransports(text: string): Generator<Found> {
  for (const [, list = '', behind, before, only = ''] of text.matchAll(SLASHED)) {
    const transport = transportNamed(behind ?? before);
    for (const part of `${list}${only}`.split(',')) {
      const [low, high] = part.split(/[:-]/);
      const port = portNumber(low);
      if (!port) continue;
      yield { ...portsOf(port, portNumber(high) ?? port), transport };
    }
  }
}

function* logged(text: string): Generator<Found> {
  const [, name, digits] = LOGGED.exec(text) ?? [];
  const port = portNumber(digits);
  if (port) yield { port, transport: transportNamed(name) };
}

function* spoken(text: string): Generator<Found> {
  for (const [, name, digits] of text.matchAll(SPOKEN)) {
    const port = portNumber(digits);
    if (port !== undefined) yield { port, transport: transportNamed(name) };
  }
}

/** '6000-6063' and its two ends. */
export interface Span {
  low: number;
  high: number;
}

export function parseSpan(text: string): Span {
  const [low = '', high = low] = text.split('-');
  return { low: Number(low), high: Number(high) };
}

export function spanText({ low, high }: Span): string {
  return low === high ? String(low) : `${low}-${high}`;
}

const TRANSPORT_ORDER = ['', 'tcp', 'udp', 'sctp', 'dccp'];

/** tcp before udp before sctp before dccp; what is not known here comes last. */
export function compareTransports(a: string, b: string): number {
  const rank = (transport: string) => {
    const at = TRANSPORT_ORDER.indexOf(transport);
    return at < 0 ? TRANSPORT_ORDER.length : at;
  };
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The order of every table: by port, single ports before the ranges that begin there, then transport. */
export function compareRows(
  a: { ports: string; transport: string },
  b: { ports: string; transport: string },
): number {
  const x = parseSpan(a.ports);
  const y = parseSpan(b.ports);
  return x.low - y.low || x.high - y.high || compareTransports(a.transport, b.transport);
}

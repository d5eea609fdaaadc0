/**
 * nft list ruleset: 'tcp dport { 22, 80-90 } accept', in a table or alone. The ports of a named set
 * are told where a rule uses it; of those that no rule uses, at the end.
 */
import { portsNamed } from '../port-number.ts';
import type { OpenReader, Resolve, ScanRow, ScanTransport } from '../row.ts';

const TABLE = /^(?:add |create )?table (?:inet |ip6? |arp |bridge |netdev )?[\w.-]+ ?\{/;
const RULE = /\b(tcp|udp|sctp|dccp|udplite|th) dport\b/;
const VERDICT =
  /\b(accept|drop|reject|queue|continue|return|redirect|dnat|tproxy|(?:jump|goto) \S+)\b/;
/** A statement that is still open after so many characters is none. */
const LONGEST = 4_000_000;

interface NamedSet {
  elements: string;
  line: number;
  /** Which part of 'ipv4_addr . inet_service' is the port, and which the transport. */
  portAt: number;
  transportAt: number;
  transport: ScanTransport;
  told: Set<string>;
}

export const openNftables: OpenReader = (resolve) => {
  let depth = 0;
  let sets = new Map<string, NamedSet>();
  let current: NamedSet | undefined;
  /** A list of elements goes over as many lines as it needs. */
  let parts: string[] = [];
  let length = 0;
  /** The last line that was of this table. */
  let last = 0;
  /** The sets of a table that ended before this line was another's. */
  let late: ScanRow[] = [];

  const leave = (line: number): ScanRow[] => {
    // A list that was cut off is told as far as it goes.
    const cut = parts.length > 0 ? statement(`${parts.join(' ')} }`, line) : [];
    const left = [...sets.values()].filter(({ told }) => told.size === 0);
    depth = 0;
    sets = new Map();
    current = undefined;
    parts = [];
    length = 0;
    return [...cut, ...left.flatMap((set) => setRows(set, set.transport, '', set.line, resolve))];
  };

  function statement(text: string, line: number): ScanRow[] {
    const begins = /^(?:set|map) (\S+) \{/.exec(text)?.[1];
    if (begins !== undefined) {
      current = { elements: '', line, portAt: -1, transportAt: -1, transport: '', told: new Set() };
      sets.set(begins, current);
    }
    if (current) {
      typeOf(text, current);
      const listed = /\belements = \{([^{}]*)\}/.exec(text)?.[1];
      if (listed !== undefined) Object.assign(current, { elements: listed, line });
    }
    return RULE.test(text)
      ? ruleRows({ text, line, sets, resolve })
      : redirected(text, line, resolve);
  }

  return {
    read(text, line) {
      const inside = depth > 0 || parts.length > 0;
      if (!inside && !TABLE.test(text) && !RULE.test(text)) return undefined;
      // A table is indented to its end: whatever begins a line is another output.
      if (inside && /^[^\s}#]/.test(text)) {
        for (const row of leave(last)) late.push(row);
        return this.read(text, line);
      }
      last = line;
      const clean = withoutWords(text).trim();
      if (parts.length > 0 || opensList(clean)) {
        parts.push(clean);
        length += clean.length;
        if (!clean.includes('}') && length < LONGEST) return [];
        const whole = parts.join(' ');
        parts = [];
        length = 0;
        return statement(whole, line);
      }
      const rows = statement(clean, line);
      depth = Math.max(0, depth + count(clean, '{') - count(clean, '}'));
      if (current && depth === 1) current = undefined;
      return depth === 0 && inside ? [...rows, ...leave(line)] : rows;
    },
    end: () => {
      const rows = [...late, ...leave(last)];
      late = [];
      return rows;
    },
  };
};

/** As much as is looked back for the selectors in front of a word. */
const NEAR = 160;

/** Whether a line ends within a list of elements. */
function opensList(text: string): boolean {
  const at = text.lastIndexOf('{');
  if (at < 0 || at < text.lastIndexOf('}')) return false;
  return /(?:elements = |\bdport [^{}]*|\bv?map )$/.test(text.slice(Math.max(0, at - NEAR), at));
}

/** Without what people wrote, and without the quotes around names: 'dport "ssh"' with -S. */
const withoutWords = (text: string) =>
  text
    .replace(/\b(?:comment|prefix) "[^"]*"/g, '')
    .replace(/"([\w.+-]*)"/g, '$1')
    .split('#', 1)[0] ?? '';

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

/** 'type inet_proto . inet_service : verdict', or 'typeof ip saddr . tcp dport'. */
function typeOf(text: string, set: NamedSet): void {
  const words = /\b(?:type|typeof) ([^:;{}]+)/.exec(text)?.[1];
  if (words === undefined) return;
  const types = words.trim().split(' . ');
  set.portAt = types.findIndex((type) => type === 'inet_service' || RULE.test(type));
  set.transportAt = types.findIndex((type) => type === 'inet_proto' || type.endsWith('l4proto'));
  set.transport = transportNamed(RULE.exec(types[set.portAt] ?? '')?.[1]);
}

function setRows(
  set: NamedSet,
  transport: ScanTransport,
  state: string,
  line: number,
  resolve: Resolve,
): ScanRow[] {
  if (set.portAt < 0) return [];
  return elementRows(set.elements, { ...set, transport, state, line, resolve });
}

interface Context {
  portAt: number;
  transportAt: number;
  transport: ScanTransport;
  state: string;
  line: number;
  resolve: Resolve;
}

/** '22, 80-90, 10.0.0.1 . 443 : accept, 53 timeout 1h'. */
function elementRows(elements: string, context: Context): ScanRow[] {
  return elements.split(',').flatMap((element) => {
    const [key = '', value = ''] = element.split(/ : (.*)/);
    const parts = key.trim().split(' . ');
    const word = /^\S+/.exec((parts[context.portAt] ?? '').trim())?.[0] ?? '';
    const named = transportNamed(/^\S+/.exec(parts[context.transportAt] ?? '')?.[0]);
    const state = VERDICT.exec(value)?.[1] ?? context.state;
    return rowsOf(word, { ...context, transport: named || context.transport, state });
  });
}

function rowsOf(
  word: string,
  { line, resolve, state, transport }: Omit<Context, 'portAt' | 'transportAt'>,
  host?: string,
): ScanRow[] {
  const listens = /^(drop|reject)$/.test(state) ? false : undefined;
  return portsNamed(word, '-', transport, resolve).map((ports) => ({
    ...ports,
    transport,
    state,
    process: '',
    host,
    line,
    format: 'nftables',
    listens,
  }));
}

interface Statement {
  text: string;
  line: number;
  sets: Map<string, NamedSet>;
  resolve: Resolve;
}

const SELECTOR = /\b(tcp|udp|sctp|dccp|udplite|th) dport\b/g;
/** Behind it: a value, a list, a map, or the name of a set. */
const OPERAND =
  /(?: \. [\w-]+(?: [\w-]+)?){0,8} (?:(!=|==) )?(?:v?map )?(?:\{([^{}]*)\}|@(\S+)|([\w.-]+))/y;

function ruleRows({ line, resolve, sets, text }: Statement): ScanRow[] {
  const around = VERDICT.exec(text.replace(/\{[^{}]*\}/g, ''))?.[1] ?? '';
  const transports = namedBefore(text);
  const rows = [...text.matchAll(SELECTOR)].flatMap(({ 0: selector, 1: name, index }) => {
    OPERAND.lastIndex = index + selector.length;
    const [, sign, list, set, value] = OPERAND.exec(text) ?? [];
    const portAt = partsBefore(text.slice(Math.max(0, index - NEAR), index));
    const state = sign === '!=' ? `${around}, all but` : around;
    return transportsOf(name, transports).flatMap((transport) => {
      const context = { portAt, transportAt: -1, transport, state, line, resolve };
      if (value !== undefined) return rowsOf(value, context);
      if (list !== undefined) return elementRows(list, context);
      return usedRows(sets.get(set ?? ''), context);
    });
  });
  return [...rows, ...redirected(text, line, resolve)];
}

/** In front of a selector, the other parts of a concatenation: 'ip daddr . tcp dport'. */
function partsBefore(text: string): number {
  const parts = text.split(' . ');
  if (parts.pop() !== '') return 0;
  const other = parts.findLastIndex((part) => !/^[\w-]+(?: [\w-]+)?$/.test(part));
  // What stands before the first part of a concatenation is in the way of its being a part alone.
  const begins = /[\w-]$/.test(parts[other] ?? '') ? 1 : 0;
  return parts.length - 1 - other + begins;
}

/** However many rules use a set, it is told a few times at most. */
const MOST_USES = 8;

function usedRows(
  set: NamedSet | undefined,
  { line, resolve, state, transport }: Context,
): ScanRow[] {
  const use = `${transport} ${state}`;
  if (!set || set.told.size >= MOST_USES || set.told.has(use)) return [];
  set.told.add(use);
  return setRows(set, transport, state, line, resolve);
}

/** 'th dport' is of the transports that the rule has named before. */
function transportsOf(
  name: string | undefined,
  named: readonly ScanTransport[],
): readonly ScanTransport[] {
  return name === 'th' ? named : [transportNamed(name)];
}

/** Each once, however often the rule says it. */
function namedBefore(text: string): ScanTransport[] {
  const named = /\b(?:l4proto|ip protocol|nexthdr) (?:\{([^{}]*)\}|(\w+))/.exec(text);
  const words = (named?.[1] ?? named?.[2] ?? '').split(/[\s,]+/).filter((word) => word !== '');
  const transports = words.map(transportNamed).filter((transport) => transport !== '');
  return transports.length > 0 ? [...new Set(transports)] : [''];
}

const NUMBERS: Record<string, ScanTransport> = { 6: 'tcp', 17: 'udp', 132: 'sctp', 33: 'dccp' };

function transportNamed(text: string | undefined): ScanTransport {
  if (text === 'tcp' || text === 'udp' || text === 'sctp' || text === 'dccp') return text;
  if (text === 'udplite') return 'udp';
  return text !== undefined && Object.hasOwn(NUMBERS, text) ? (NUMBERS[text] ?? '') : '';
}

/** 'redirect to :8080' and 'dnat to 10.0.0.2:80': where the traffic goes is a port too. */
const TARGET =
  /\b(redirect|dnat|tproxy)(?: ip6?)? to (\[[^\][]{1,64}\]|[\d.]{0,15}):(\d{1,5}(?:-\d{1,5})?)(?![\w.:])/g;

function redirected(text: string, line: number, resolve: Resolve): ScanRow[] {
  const targets = [...text.matchAll(TARGET)];
  if (targets.length === 0) return [];
  const [transport = ''] = transportsOf(RULE.exec(text)?.[1] ?? 'th', namedBefore(text));
  return targets.flatMap(([, state = '', address = '', ports = '']) => {
    const host = address.replace(/^\[(.*)\]$/, '$1');
    return rowsOf(ports, { transport, state, line, resolve }, host === '' ? undefined : host);
  });
}

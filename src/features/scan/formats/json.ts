/**
 * masscan -oJ and -oD, and other scanners' JSON of the same kind: an object with a number called
 * port, its transport beside it, its address beside or around it. Read as it comes, over any number of lines.
 */
import { portNumber } from '../port-number.ts';
import type { OpenReader, ScanRow, ScanTransport } from '../row.ts';
import { listensBy } from './nmap.ts';

const TOKEN = /["{}]|-?\d+/g;
/** A line of a document's own that says nothing, such as '},'. */
const BARE = /^[[\]{},\s]*$/;
const BEGINS = /^\s*[[\]{},"\d-]/;
/** One class for all that may stand in front: two that overlap would be tried in every division. */
const OPENS = /^[\s[,]*\{/;

interface Frame {
  key: string;
  port?: number | undefined;
  host?: string | undefined;
  transport?: string | undefined;
  state?: string | undefined;
  service?: string | undefined;
  line: number;
}

const DEEPEST = 64;

export const openJson: OpenReader = () => {
  let frames: Frame[] = [];
  let key = '';

  const close = (): ScanRow[] => {
    const frame = frames.pop();
    const outer = frames.at(-1);
    if (!frame) return [];
    if (frame.port === undefined) {
      // What a nested object says is of the port around it: "data": {"status": "open"}.
      if (outer && (frame.key === 'data' || frame.key === 'service')) {
        outer.state ??= frame.state;
        outer.service ??= frame.service;
      }
      return [];
    }
    const host = frame.host ?? frames.findLast((around) => around.host !== undefined)?.host;
    const { line, port, service = '', state = '' } = frame;
    const transport = transportOf(frame.transport);
    const listens = listensBy(state);
    return [{ port, transport, state, process: service, host, line, format: 'json', listens }];
  };

  return {
    read(text, line) {
      if (!BEGINS.test(text)) {
        frames = [];
        return undefined;
      }
      // Inside a document every line of its own counts; outside, only one that can begin it.
      if (frames.length === 0 && !OPENS.test(text)) return undefined;
      const rows: ScanRow[] = [];
      let told = false;
      for (const token of tokens(text)) {
        if (token.kind === 'open') {
          if (frames.length < DEEPEST) frames.push({ key, line });
        } else if (token.kind === 'close') rows.push(...close());
        else if (token.kind === 'key') key = token.text;
        else {
          const frame = frames.at(-1);
          if (!frame || !note(frame, key, token)) continue;
          // The line that names the port is the one to look at.
          frame.line = line;
          told = true;
        }
      }
      return told || rows.length > 0 || BARE.test(text) ? rows : undefined;
    },
    end: () => {
      frames = [];
      return [];
    },
  };
};

interface Token {
  kind: 'open' | 'close' | 'key' | 'string' | 'number';
  text: string;
}

/** A string that does not end on its line ends the line. */
function* tokens(text: string): Generator<Token> {
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
    const [found] = match;
    if (found === '{') yield { kind: 'open', text: found };
    else if (found === '}') yield { kind: 'close', text: found };
    else if (found !== '"') yield { kind: 'number', text: found };
    else {
      const from = match.index + 1;
      const to = closingQuote(text, from);
      if (to < 0) return;
      const colon = /[^\s]/.exec(text.slice(to + 1, to + 9))?.[0] === ':';
      yield { kind: colon ? 'key' : 'string', text: text.slice(from, to) };
      TOKEN.lastIndex = to + 1;
    }
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\' && at - 1 - slashes >= from) slashes++;
    if (slashes % 2 === 0) return at;
    at = text.indexOf('"', at + 1);
  }
  return -1;
}

const TEXTS: Record<string, 'host' | 'transport' | 'state' | 'service'> = {
  ip: 'host',
  host: 'host',
  address: 'host',
  proto: 'transport',
  protocol: 'transport',
  transport: 'transport',
  status: 'state',
  state: 'state',
  name: 'service',
  service: 'service',
  service_name: 'service',
};

/** Keeps what is worth keeping; whether it was the port. */
function note(frame: Frame, key: string, { kind, text }: Token): boolean {
  if (kind === 'number') {
    const port = key === 'port' ? portNumber(text) : undefined;
    if (port === undefined) return false;
    frame.port = port;
    return true;
  }
  // Only an open port sends a banner; masscan says no more of it.
  if (key === 'banner') frame.state ??= 'open';
  const field = Object.hasOwn(TEXTS, key) ? TEXTS[key] : undefined;
  if (field) frame[field] ??= text;
  return false;
}

function transportOf(name = ''): ScanTransport {
  const text = name.toLowerCase();
  return text === 'tcp' || text === 'udp' || text === 'sctp' || text === 'dccp' ? text : '';
}

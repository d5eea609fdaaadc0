/**
 * What no tool wrote, or none that is known: 10.0.0.1:8080, [::1]:631, localhost:3000,
 * https://example.com:8443, 443/tcp, tcp/443, port 5432. Only a shape that can be nothing else
 * counts: 12:30:45, 16:9, ::1, main.ts:42 and key:123 are no ports.
 */
import { portNumber, portsOf } from '../port-number.ts';
import type { OpenReader, ScanRow, ScanTransport } from '../row.ts';

/** Behind the number of a port: the end of a word, not more of a time, an address or a version. */
const COLON = /:(\d{1,5})(?![\w%]|[:.,-]\d|\/\d)/g;
/** No name of a machine is longer. */
const LONGEST_NAME = 253;
const IPV4 = /(?<![\w.-])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
const NAME = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+([a-z]{2,18})$/i;
/** Ends of names that are also ends of files, where 'main.rs:42' is a line and not a port. */
const FILES =
  /^(?:app|as|asm|bas|bat|c|cc|cfg|class|clj|cmd|conf|cpp|cs|css|csv|cxx|dart|do|elm|erl|ex|exs|f|go|gradle|groovy|h|hh|hpp|hs|html?|ini|ipynb|java|jar|js|json|jsx|kt|kts|less|lisp|lock|log|lua|m|md|mdx|mjs|ml|mm|mts|nim|nix|out|pas|php|pl|pm|properties|ps|py|pyx|r|rb|rs|rst|s|sass|scala|scm|scss|sh|so|sol|sql|svelte|swift|tcl|tex|tf|toml|ts|tsv|tsx|txt|vb|vim|vue|xml|ya?ml|zig|zsh)$/i;
/** A name of two parts must end in one of these, or in a country's two letters. */
const SUFFIXES =
  /^(?:[a-z]{2}|com|net|org|edu|gov|mil|int|info|biz|dev|cloud|local|localdomain|lan|home|internal|intranet|corp|arpa|test|example|invalid|svc|online|site|tech|xyz|host|network|systems|services|aero|coop|museum)$/i;
const SCHEME = /\b[a-z][a-z\d+.-]{1,20}:\/\/(?:[^\s/@]{1,120}@)?[a-z\d_.-]{1,253}$/i;

const SLASHED =
  /(?<![\w.:/-])(\d{1,5})(?:[-:](\d{1,5}))?\/(tcp|udp|sctp|dccp)(?![\w-])|(?<![\w/.-])(tcp|udp|sctp|dccp)[/:](\d{1,5})(?![\w:./-]|,\d)/gi;
/** 'port 5432', 'port=5432', '"port": 5432', 'ports 80 and 443' as far as the first. */
const SPOKEN =
  /(?<![\w-])(?<!\b(?:serial|parallel|usb|com|switch|display|console|virtual|hdmi|sata|audio|air) )(?:(tcp|udp)[ /-])?ports?["']?(?: ?[=:] ?| )["']?(\d{1,5})(?![\w:%]|[./-]\d|,\d)/gi;

export const openText: OpenReader = (resolve) => ({
  read(text, line) {
    if (!/\d/.test(text)) return [];
    const rows: ScanRow[] = [];
    const add = (port: number | undefined, transport: ScanTransport, host?: string) => {
      if (port === undefined || port === 0) return;
      rows.push({ port, transport, state: '', process: '', host, line, format: 'text' });
    };
    if (text.includes(':')) {
      for (const match of text.matchAll(COLON)) {
        const port = portNumber(match[1]);
        const host = port === undefined ? undefined : hostBefore(text, match.index);
        if (host === undefined || port === undefined) continue;
        if (isHost(host, port) || isNamedHost(host, port)) add(port, '', host);
      }
    }
    if (/(?:tcp|udp|sctp|dccp)/i.test(text)) {
      for (const [, low, high, behind, before, digits] of text.matchAll(SLASHED)) {
        const transport = (behind ?? before ?? '').toLowerCase() as ScanTransport;
        const first = portNumber(low ?? digits);
        if (first === undefined) continue;
        for (const { port, to } of portsOf(first, portNumber(high) ?? first)) {
          add(port, transport);
          const last = rows.at(-1);
          if (to !== undefined && last) last.to = to;
        }
      }
    }
    if (/port/i.test(text)) {
      for (const [, transport = '', digits] of text.matchAll(SPOKEN))
        add(portNumber(digits), transport.toLowerCase() as ScanTransport);
    }
    return rows;
  },
});

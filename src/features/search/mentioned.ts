/** The port inside a message that somebody pasted. */
import { anyOf } from '../../base/patterns.ts';
import { ascii } from './ascii.ts';
import { type Asked, portsAsked } from './query.ts';

/** ':::3000', '127.0.0.1:80', 'port 22', 'tcp/53', '-p 22', '5432/tcp', '8080 port', but no time of day. */
const MENTIONED = anyOf([
  /(?:(?:^|[^\d\s]|\d\.\d+\.\d+\.\d+):|\b(?:port|tcp|udp)[\s:=/#]+|\s-p\s*)(\d+)(?![.:]?\d)/,
  /\b(\d+)(?:\/(?:tcp|udp)|\s+port\b)/,
]);

export function portMentioned(text: string): Asked {
  const words = ascii(text);
  const [, after, before = after] = MENTIONED.exec(words) ?? [];
  return before === undefined ? { words } : portsAsked(before, before, words);
}

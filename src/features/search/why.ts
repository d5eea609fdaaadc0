/** Why a name led to a port, in a few words; nothing where the title says it. */
import { keyOf } from './fold.ts';
import type { Found } from './lookup.ts';
import type { Reason } from './names.ts';

const WORDS: Record<Reason, (name: string, support: number) => string> = {
  title: (name) => `known as ${name}`,
  part: (name) => `known as ${name}`,
  alias: (name) => `also called ${name}`,
  service: (name) => `registered as ${name}`,
  default: (name) => `used by ${name}`,
  malware: (name) => `used by ${name} (malware)`,
  reported: (name) => `reported of ${name} (malware)`,
  flaw: (name) => `exploits of ${name} are aimed at it`,
  list: (name, lists) =>
    `listed as ${name} by ${lists === 1 ? 'one port list' : `${lists} port lists`}`,
  second: (name) => `also used by ${name}`,
  organisation: (name) => `registered by ${name}`,
  former: (name) => `formerly ${name}`,
};

export function whyOf({ name, ref }: Pick<Found, 'name' | 'ref'>, title = ''): string {
  return title !== '' && keyOf(title).includes(keyOf(name))
    ? ''
    : WORDS[ref.reason](name, ref.support);
}

/** Why a name led to a port, in a few words. */
import type { Found } from './lookup.ts';
import type { Reason } from './names.ts';

const WORDS: Record<Reason, (name: string, support: number) => string> = {
  title: () => 'its page',
  service: (name) => `registered as ${name}`,
  part: () => 'its page',
  alias: (name) => `also called ${name}`,
  default: (name) => `default of ${name}`,
  malware: (name) => `malware: ${name}`,
  list: (name, books) => `called ${name} by ${books === 1 ? 'a list' : `${books} lists`}`,
  second: (name) => `also used by ${name}`,
  organisation: (name) => `registered by ${name}`,
  former: (name) => `formerly ${name}`,
};

export function whyOf({ corrected, name, ref }: Pick<Found, 'corrected' | 'name' | 'ref'>): string {
  const why = WORDS[ref.reason](name, ref.support);
  return corrected ? `${why}, spelled otherwise` : why;
}

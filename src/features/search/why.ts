/** Why a name led to a port, in a few words. */
import type { Found } from './lookup.ts';
import type { Reason } from './names.ts';

const WORDS: Record<Reason, (name: string, support: number) => string> = {
  t: () => 'its page',
  s: (name) => `registered as ${name}`,
  p: () => 'its page',
  a: (name) => `also called ${name}`,
  d: (name) => `default of ${name}`,
  m: (name) => `malware: ${name}`,
  b: (name, books) => `called ${name} by ${books === 1 ? 'a list' : `${books} lists`}`,
  u: (name) => `also used by ${name}`,
  o: (name) => `registered by ${name}`,
  f: (name) => `formerly ${name}`,
};

export function whyOf({ corrected, name, ref }: Pick<Found, 'corrected' | 'name' | 'ref'>): string {
  const why = WORDS[ref.reason](name, ref.support);
  return corrected ? `${why}, spelled otherwise` : why;
}

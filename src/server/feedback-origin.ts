/** Whose host a page sends answers to, for the policy that has to allow it. */
import { ServeError } from '../base/serve-error.ts';

/** @returns undefined for a place on the site's own host, or for none */
export function otherOrigin(address: string): string | undefined {
  if (address === '' || /^\/(?!\/)/.test(address)) return undefined;
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new ServeError(`PORTOLAN_FEEDBACK must be a path or a whole address, not '${address}'`);
}

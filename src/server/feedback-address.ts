/**
 * Where a page sends answers: the same host, unless PORTOLAN_FEEDBACK names another place when the
 * site is built. Empty, it says that there is no such place.
 */
import { FEEDBACK_PATH } from '../schemas/feedback-values.ts';

export const feedbackAddress = process.env.PORTOLAN_FEEDBACK ?? FEEDBACK_PATH;

/** @returns undefined for a place on the site's own host */
export function otherOrigin(address: string): string | undefined {
  if (address === '' || /^\/(?!\/)/.test(address)) return undefined;
  const url = URL.parse(address);
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new Error(`PORTOLAN_FEEDBACK must be a path or a whole address, not '${address}'`);
}

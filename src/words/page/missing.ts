/** What the page of what is not found says of the addresses that there are. */
import { portAddress } from '../../base/addresses.ts';
import type { Html } from '../../base/html.ts';
import { LAST_PORT } from '../../base/ranges.ts';
import { link, said } from '../messages/said.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Words } from '../messages/spoken.ts';

/** All that the page's script says: the section `missing`, and how a link names a port. */
export const missingWords = ({ missing, share }: Words['port']) => ({
  ...missing,
  port: share.port,
});

/** Says one of these messages. */
export type SayMissing = (
  id: keyof ReturnType<typeof missingWords>,
  values?: Record<string, string>,
) => string;

const EXAMPLES = [443, 5432];

export const missingLead = (speaker: Speaker): Html =>
  speaker.html(
    said('missing.lead', {
      examples: {
        links: EXAMPLES.map((port) => ({ name: portAddress(port), href: portAddress(port) })),
      },
      last: link(String(LAST_PORT), portAddress(LAST_PORT)),
    }),
  );

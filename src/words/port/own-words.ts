/** What an author says on the first screen. It is English; in other languages the facts stand in its place. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { PortPage } from '../../facts/schemas/port-page.ts';
import type { Speaker } from '../messages/speaker.ts';

export const ownWords = (
  { page }: PortRecord,
  { code }: Pick<Speaker, 'code'>,
): Pick<PortPage, 'summary' | 'security'> | undefined => (code === 'en' ? page : undefined);

/**
 * The page of a port in English, as the texts that its frame holds: for Astro, and for what fills the
 * frame without it.
 */
import { portAddress } from '../base/addresses.ts';
import { reportAddress } from '../base/report-address.ts';
import { SITE } from '../base/site-address.ts';
import type { Atlas } from '../facts/atlas/atlas.ts';
import { choicesOf } from '../facts/atlas/plain-ports.ts';
import type { PortRecord } from '../facts/atlas/record.ts';
import { linkedData } from '../features/exports/linked-data.ts';
import { cardAddress } from '../words/card-address.ts';
import { spokenIn } from '../words/locales/spoken-in.ts';
import { type Article, articleOf } from '../words/page/article.ts';
import { viewOf } from '../words/page/view.ts';
import { describe } from '../words/port/description.ts';
import { signed, titleOf } from '../words/port/title.ts';
import { surroundingsOf } from './surroundings.ts';

export interface PortPage extends Article {
  title: string;
  /** The title for where the site is named beside it. */
  unsigned: string;
  description: string;
  /** From the root, as the address of the picture. */
  path: string;
  image: string;
  /** JSON-LD, of a documented port. */
  data: string;
  /** Where a mistake is reported. */
  report: string;
  /** What a page in another language is made of: nothing where the port has a file, else what it suggests. */
  choices: string;
}

export function portPage(record: PortRecord, atlas: Atlas): PortPage {
  const { sources } = atlas;
  const spoken = spokenIn('en');
  const surroundings = surroundingsOf(record, atlas);
  const address = portAddress(record.port);
  const title = titleOf(record, spoken.speaker);
  const registryDate = sources.get('iana')?.date ?? '';
  return {
    title: signed(title),
    unsigned: title,
    description: describe(record, spoken.speaker),
    path: address,
    image: cardAddress(record),
    data: linkedData(record, { address, registryDate, title }, new URL(SITE)),
    report: reportAddress({ path: address, asks: surroundings.feedback.address !== '' }),
    choices: record.documented ? '' : choicesOf(record).join(),
    ...articleOf(viewOf(record, sources, spoken), surroundings),
  };
}

/** The file of the frame, which the build takes out again. */
export const FRAME_FILE = 'frame-of-ports';

/** What stands in the frame where a page has its texts: letters that no address and no HTML writes otherwise. */
export const markFor = (name: keyof PortPage): string => `~${name}~`;

export const FRAME: PortPage = {
  title: markFor('title'),
  unsigned: markFor('unsigned'),
  description: markFor('description'),
  path: `/${markFor('path')}`,
  image: `/${markFor('image')}`,
  data: markFor('data'),
  report: markFor('report'),
  choices: markFor('choices'),
  crumbs: markFor('crumbs'),
  answer: markFor('answer'),
  rest: markFor('rest'),
};

/** What stands on a port's page because of its place on the site. */
import { reportAddress } from '../base/report-address.ts';
import type { Atlas } from '../facts/atlas/atlas.ts';
import type { PortRecord } from '../facts/atlas/record.ts';
import { guidesAbout } from '../facts/guides.ts';
import type { Surroundings } from '../words/page/article.ts';
import { feedbackAddress } from './feedback.ts';
import { neighbourhoodOf } from './neighbours.ts';

export const surroundingsOf = (record: PortRecord, atlas: Atlas): Surroundings => ({
  guides: guidesAbout(record.port),
  neighbourhood: neighbourhoodOf(record, atlas),
  feedback: {
    address: feedbackAddress(),
    report: reportAddress({ path: `/${record.port}`, asks: false }),
  },
});

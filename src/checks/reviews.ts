/** content/ports/REVIEWS.csv: who read which page against its sources, and what came of it. */
import { ImportError } from '../base/input-error.ts';
import { readTable } from '../facts/registry/csv.ts';
import { type Review, review } from '../facts/schemas/review.ts';

/** The readings, in any order: writers add lines side by side, and git keeps them all. */
export function readReviews(file: string): Review[] {
  const reviews = readTable(file, review);
  for (const [index, { claims, wrong, mended }] of reviews.entries()) {
    const where = { file, line: index + 2 };
    if (wrong > claims) throw new ImportError(`${wrong} of ${claims} claims wrong`, where);
    if (mended !== wrong)
      throw new ImportError(`${wrong} wrong and ${mended} mended; mend all of them`, where);
  }
  return reviews;
}

/** The guides as the search knows them: the words of their titles, summaries and questions. */
import { wordsOf } from './fold.ts';
import { clean } from './names.ts';
import { sameWord } from './same-word.ts';

export interface GuideText {
  slug: string;
  title: string;
  summary: string;
  questions: readonly string[];
}

export const writeGuide = ({ questions, slug, summary, title }: GuideText) =>
  [slug, title, summary, ...questions].map(clean).join('|');

export function readGuide(line: string): GuideText {
  const [slug = '', title = '', summary = '', ...questions] = line.split('|');
  return { slug, title, summary, questions };
}

export interface GuideFound {
  guide: GuideText;
  /** The share of the words that the guide has. */
  share: number;
}

/** Two words of three, and one of them in few guides: otherwise any guide about ports would do. */
const ENOUGH = 0.66;
const FEW = 3;

export function guidesFor(words: readonly string[], guides: readonly GuideText[]): GuideFound[] {
  const texts = guides.map(({ questions, summary, title }) =>
    wordsOf([title, summary, ...questions].join(' ')),
  );
  const where = words.map((word) =>
    texts.flatMap((text, place) => (text.some((other) => sameWord(word, other)) ? [place] : [])),
  );
  const found = guides.map((guide, place) => {
    const has = where.filter((places) => places.includes(place));
    const telling = has.some((places) => places.length <= FEW);
    return { guide, share: telling ? has.length / words.length : 0, has: has.length };
  });
  return found
    .filter(({ has, share }) => share >= ENOUGH && has >= Math.min(2, words.length))
    .sort((a, b) => b.share - a.share);
}

/** A file is clean text: nothing that was lost on the way here, and nothing that cannot be seen. */
import type { Rule } from '../rule.ts';

export const characters: Rule = {
  name: 'characters',
  description: 'no byte order mark, no U+FFFD, no control character, no invisible sign',
  always: true,
  check({ text }) {
    return text.split('\n').flatMap((line, index) => {
      // Of many on a line, one is enough to look there.
      const found = HIDDEN.exec(line.replace(/\r$/, ''))?.[0];
      if (found === undefined) return [];
      return [{ line: index + 1, ...objectionTo(found, index === 0 && line.startsWith(MARK)) }];
    });
  },
};

const MARK = '\ufeff';
const REPLACEMENT = '\ufffd';

/** Two that join letters, without which Persian, Hindi and many an emoji cannot be written, are none. */
const HIDDEN = /\ufffd|(?![\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

function objectionTo(found: string, isMark: boolean): { wrong: string; right: string } {
  if (isMark) {
    return {
      wrong: 'the file begins with a byte order mark (U+FEFF)',
      right: 'save it as UTF-8 without one',
    };
  }
  const number = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  if (found === REPLACEMENT) {
    return {
      wrong: 'U+FFFD stands where a character was lost',
      right: 'look it up in the source, and save the file as UTF-8',
    };
  }
  return { wrong: `U+${number}, which cannot be seen`, right: 'take it out' };
}

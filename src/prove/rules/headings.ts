import { textOf } from '../read/element.ts';
import type { Rule } from '../rule.ts';

export const headings: Rule = {
  name: 'headings',
  right: 'The first heading is the h1; none is more than one step deeper than the one before it.',
  look: ({ elements }, say) => {
    let before = 0;
    for (const element of elements) {
      if (!/^h[1-6]$/.test(element.name)) continue;
      const level = Number(element.name[1]);
      if (level > before + 1 || (level === 1 && before > 0))
        say(`h${level} '${textOf(element)}' after ${before === 0 ? 'none' : `h${before}`}`);
      before = level;
    }
  },
};

import { metaNamed, titlesOf } from '../page.ts';
import { textOf } from '../read/element.ts';
import type { Rule } from '../rule.ts';

const LONGEST_TITLE = 70;
const LONGEST_DESCRIPTION = 160;

export const names: Rule = {
  name: 'names',
  right:
    'A page has one title, one description and one h1; a port’s begin with its number and are ' +
    `short enough to be shown whole (${LONGEST_TITLE} and ${LONGEST_DESCRIPTION} characters).`,
  look: (page, say) => {
    const titles = titlesOf(page);
    const descriptions = metaNamed(page, 'description');
    const headings = page.named('h1').map(textOf);
    for (const [what, texts] of Object.entries({ titles, descriptions, headings }))
      if (texts.length !== 1 || texts[0] === '') say(`${what}: ${JSON.stringify(texts)}`);
    if (page.port === undefined) return;
    const [title = ''] = titles;
    const [description = ''] = descriptions;
    if (!title.includes(` ${page.port}`)) say(`title: ${title}`);
    if (title.length > LONGEST_TITLE) say(`a title of ${title.length} characters: ${title}`);
    if (description.length > LONGEST_DESCRIPTION)
      say(`a description of ${description.length} characters: ${description}`);
    if (!headings[0]?.startsWith(`${page.port} `)) say(`h1: ${headings[0]}`);
  },
};

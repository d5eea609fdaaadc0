import type { Page } from '../page.ts';
import type { Rule } from '../rule.ts';
import { weigherOf } from '../weight.ts';

const UNDOCUMENTED_BYTES = 9000;
const PORT_PAGE_BYTES = 14_600;
const SCRIPT_BYTES = 6000;

export const budget: Rule = {
  name: 'budget',
  right:
    `A page loads at most ${SCRIPT_BYTES} compressed bytes of script at first; a port’s page with ` +
    `all it needs takes at most ${PORT_PAGE_BYTES}, and where no source says anything of the port ` +
    `at most ${UNDOCUMENTED_BYTES} bytes of HTML.`,
  look: (page, say, site) => {
    const weigher = weigherOf(site.folder);
    const parts = weighed(page);
    const script = weigher.needs(parts).script;
    if (script > SCRIPT_BYTES) say(`${script} bytes of script`);
    if (page.port === undefined) return;
    if (weigher.exceeds(parts, PORT_PAGE_BYTES)) {
      const { html, total } = weigher.weigh(parts);
      say(`${total} bytes, ${html} of them HTML`);
    }
    if (!site.documented(page.port) && page.content.length > UNDOCUMENTED_BYTES)
      say(`${page.content.length} bytes of HTML`);
  },
};

function weighed({ content, fetches }: Page) {
  const named = (name: string, directive: string) =>
    fetches
      .filter((fetch) => fetch.name === name && fetch.directive === directive)
      .map(({ address }) => address);
  return {
    content,
    script: named('script', 'script-src'),
    style: named('link', 'style-src'),
    icon: named('link', 'img-src'),
  };
}

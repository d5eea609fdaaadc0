import { absolute } from '../../base/site-address.ts';
import { metaNamed } from '../page.ts';
import type { Rule } from '../rule.ts';

export const canonical: Rule = {
  name: 'canonical',
  right: 'A page names its own address as the canonical one and in og:url; 404.html names none.',
  look: (page, say) => {
    const own = page.address === undefined ? [] : [absolute(page.address)];
    const named = page
      .named('link')
      .filter(({ attributes }) => attributes.rel === 'canonical')
      .map(({ attributes }) => attributes.href ?? '');
    const shared = metaNamed(page, 'og:url');
    if (named.join() !== own.join()) say(`canonical ${named.join()}`, own.join());
    if (shared.join() !== own.join()) say(`og:url ${shared.join()}`, own.join());
  },
};

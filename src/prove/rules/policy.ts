import { SITE } from '../../base/site-address.ts';
import { contentSecurityPolicy } from '../../server/headers.ts';
import { feedbackAddress } from '../../site/feedback.ts';
import { rawText } from '../read/element.ts';
import type { Rule } from '../rule.ts';

export const policy: Rule = {
  name: 'policy',
  right: 'The Content-Security-Policy of the site lets through all that the page loads and does.',
  look: (page, say) => {
    for (const { address, directive, name } of page.fetches)
      if (!allows(directive, address))
        say(`<${name}> asks for ${address}`, `${directive} of the policy`);
    for (const element of page.named('script'))
      if (element.attributes.src === undefined && !isData(element.attributes.type))
        say(`a script in the page: ${rawText(element).slice(0, 60)}`);
    for (const { attributes, name } of page.elements) {
      if (name === 'style' || attributes.style !== undefined) say(`a style in <${name}>`);
      if (name === 'base') say('<base>');
    }
  },
};

const POLICY = new Map(
  contentSecurityPolicy(feedbackAddress())
    .split('; ')
    .map((line) => line.split(' '))
    .map(([name = '', ...sources]) => [name, sources]),
);

const answers = new Map<string, boolean>();
const allows = (directive: string, address: string): boolean =>
  answers.getOrInsertComputed(`${directive} ${address}`, () => isAllowed(directive, address));

function isAllowed(directive: string, address: string): boolean {
  const sources = POLICY.get(directive) ?? POLICY.get('default-src') ?? [];
  const url = URL.parse(address, SITE);
  return sources.some((source) =>
    source === "'self'"
      ? url?.origin === new URL(SITE).origin
      : source.endsWith(':')
        ? url?.protocol === source
        : url?.origin === source,
  );
}

/** Read by search engines and by our own scripts, and never run. */
const isData = (type: string | undefined) => /^application\/(ld\+)?json$/.test(type ?? '');

import { SITE } from '../../base/site-address.ts';
import type { Rule } from '../rule.ts';

/** The policy may allow a host for the answers of readers; nothing else may be asked of another. */
export const foreign: Rule = {
  name: 'foreign',
  right: 'A page asks nothing of another host, but for the form that sends the reader’s answer.',
  look: (page, say) => {
    for (const { address, directive, name } of page.fetches) {
      if (directive === 'form-action' || address.startsWith('data:')) continue;
      if (!isOwn(address)) say(`<${name}> ${address}`);
    }
  },
};

const own = new Map<string, boolean>();
const isOwn = (address: string): boolean =>
  own.getOrInsertComputed(address, () => URL.parse(address, SITE)?.origin === new URL(SITE).origin);

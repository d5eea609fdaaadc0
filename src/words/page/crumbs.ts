/** Ports › Registered ports › 3000-3999 › 3330 */
import { blockAddress, blockName, blockOf } from '../../base/addresses.ts';
import { type Html, html } from '../../base/html.ts';
import { addressIn } from '../../base/language-addresses.ts';
import type { PageView } from './view.ts';

export function crumbsHtml({ record, speaker, words }: PageView): Html {
  const { port, range } = record;
  const { front } = words;
  const block = blockOf(port);
  const home = addressIn(speaker.code, 'front');
  return html`<nav class="crumbs" aria-label="${front.ports}">
    <a href="${home}">${front.ports}</a><a href="${home}#${range}">${front[range]}</a
    ><a href="${blockAddress(block)}">${blockName(block)}</a><b aria-current="page">${port}</b>
  </nav>`;
}

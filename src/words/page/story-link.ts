/** Where a page in another language does not have an author's story, the way to it. */
import { portAddress } from '../../base/addresses.ts';
import { type Html, html } from '../../base/html.ts';
import { name, said } from '../messages/said.ts';
import type { PageView } from './view.ts';

export function storyLinkHtml({ record, speaker }: PageView): Html {
  const words = speaker.html(said('frame.story', { port: name(String(record.port)) }));
  const address = `${portAddress(record.port)}?lang=en#story`;
  return html`<p id="story" class="note"><a href="${address}" hreflang="en">${words}</a></p>`;
}

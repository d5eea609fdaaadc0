/**
 * Chooses beside the page, so that typing never waits for it. It asks nothing of anybody: the page
 * brings the facts.
 */

import { checkText } from '../features/choose/check-text.ts';
import { type ChoiceFacts, openChoice } from '../features/choose/facts.ts';
import { presentAnswer } from '../features/choose/present.ts';
import type { Reply, Request } from './choose-messages.ts';

let known: { facts: ChoiceFacts; site: string } | undefined;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data.kind === 'facts') known = { facts: openChoice(JSON.parse(data.json)), site: data.site };
  else if (known) postMessage(reply(data, known.facts, known.site));
});

function reply(
  request: Exclude<Request, { kind: 'facts' }>,
  facts: ChoiceFacts,
  site: string,
): Reply {
  return request.kind === 'give'
    ? { kind: 'given', told: presentAnswer(new URLSearchParams(request.ask), facts, site) }
    : { kind: 'checked', text: request.text, told: checkText(request.text, facts, site) };
}

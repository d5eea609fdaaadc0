/** Was this page helpful? A form that works by itself; a script asks on and sends it in the background. */
import { FACES } from '../../base/feedback-values.ts';
import { type Html, html } from '../../base/html.ts';
import type { PageView } from './view.ts';

export interface FeedbackPlace {
  /** Of the service; empty where there is none, so that a mistake can only be reported. */
  address: string;
  /** Where a mistake is reported. */
  report: string;
}

export function feedbackHtml(view: PageView, { address, report }: FeedbackPlace): Html {
  const { record, speaker, words } = view;
  const { feedback } = words.page;
  if (address === '') return html`<p id="feedback"><a href="${report}">${feedback.correct}</a></p>`;
  const faces = FACES.map(
    (face, index) =>
      html`<label>
        <input type="radio" name="face" value="${face}"${index === 0 && html` required`}>${feedback[face]}
      </label>`,
  );
  return html`<form id="feedback" method="post" action="${address}"><fieldset>
    <legend>${feedback.question}</legend>${faces}<input type="hidden" name="locale" value="${speaker.code}">
    <button name="port" value="${record.port}">${feedback.send}</button>
  </fieldset></form>`;
}

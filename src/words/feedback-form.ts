/** Was this page helpful? A form that works by itself; a script asks on and sends it in the background. */

import { escapeText, escapeValue } from '../base/escape.ts';
import { FACES } from '../base/feedback-values.ts';
import type { PageMessages } from '../facts/schemas/locale.ts';

/** Without an address there is nobody to answer to: then a mistake can be reported. */
export function feedbackHtml(
  port: number,
  words: PageMessages['feedback'],
  address: string,
  report: string,
): string {
  if (address === '') {
    return `<p id=feedback><a href="${escapeValue(report)}">${escapeText(words.correct)}</a></p>`;
  }
  const faces = FACES.map(
    (face, index) =>
      `<label><input type=radio name=face value=${face}${index === 0 ? ' required' : ''}>` +
      `${escapeText(words[face])}</label>`,
  );
  return (
    `<form id=feedback method=post action="${escapeValue(address)}"><fieldset>` +
    `<legend>${escapeText(words.question)}</legend>${faces.join('')}` +
    `<input type=hidden name=locale value=en>` +
    `<button name=port value=${port}>${escapeText(words.send)}</button></fieldset></form>`
  );
}

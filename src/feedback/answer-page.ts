/** What a form gets for an answer: a page in the reader's language, complete in itself. */
import { createHash } from 'node:crypto';
import { escapeHtml } from '../base/escape.ts';
import { type FeedbackAnswer, HONEYPOT, NOTE_MAX, REASONS } from '../facts/schemas/feedback.ts';
import { type PageWords, pageWordsOf } from './page-words.ts';

/** In the page: the service may be on another host than the site, and has no other file. */
const STYLE = `:root{color-scheme:light dark;font:100%/1.55 system-ui,sans-serif}
body{margin:0 auto;max-inline-size:38rem;padding:2rem 1rem;
background:light-dark(#faf6ec,#0c1a24);color:light-dark(#1d2a33,#e6e0d0)}
h1{font:600 1.3rem/1.3 ui-serif,Georgia,serif}a{color:light-dark(#12578f,#8cc4ee)}
fieldset{border:0;margin:0;padding:0}label{display:block;margin:.4rem 0}
textarea{display:block;box-sizing:border-box;inline-size:100%}textarea,button{font:inherit;padding:.4rem .6rem}
.trap{position:absolute;inset-inline-start:-99rem}`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; ` +
    "base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'strict-origin-when-cross-origin',
};

export interface PageOptions {
  /** Where the site is: an origin, or empty for the service's own. */
  site: string;
  /** Where the form on this page goes to. */
  action: string;
}

export function thanksPage(answer: FeedbackAnswer, { site, action }: PageOptions): string {
  const words = pageWordsOf(answer.locale);
  const asks = answer.face !== 'yes' && answer.reasons.length === 0;
  const follow = asks ? followUp(answer, words, action) : '';
  return page(words, words.feedback.thanks, follow + backLink(answer.port, words, site));
}

/** @param port undefined if not even that could be read */
export function failurePage(
  reason: string,
  locale: string,
  port: number | undefined,
  site: string,
): string {
  const words = pageWordsOf(locale);
  const back = port === undefined ? '' : backLink(port, words, site);
  // The reason is for whoever has to find the fault, and is in English everywhere.
  const why = `<p lang="en" dir="ltr"><small>${escapeHtml(reason)}</small></p>`;
  return page(words, words.feedback.failed, why + back);
}

/** The same answer again, with what was missing: it takes the place of the first. */
function followUp(answer: FeedbackAnswer, { feedback }: PageWords, action: string): string {
  const { port, locale, face, version, note } = answer;
  const hidden = Object.entries({ port, locale, face, version })
    .map(
      ([name, value]) =>
        `<input type="hidden" name="${name}" value="${escapeHtml(String(value))}">`,
    )
    .join('');
  const reasons = REASONS.map(
    (reason) =>
      `<label><input type="checkbox" name="reason" value="${reason}"> ${escapeHtml(feedback.reasons[reason])}</label>`,
  ).join('');
  return `<form method="post" action="${escapeHtml(action)}">${hidden}
<fieldset><legend>${escapeHtml(feedback.reasonQuestion)}</legend>${reasons}</fieldset>
<p><label for="note">${escapeHtml(feedback.note)}</label>
<textarea id="note" name="note" rows="4" maxlength="${NOTE_MAX}" aria-describedby="hint">
${escapeHtml(note)}</textarea>
<small id="hint">${escapeHtml(feedback.noteHint)}</small></p>
<p class="trap" aria-hidden="true"><input name="${HONEYPOT}" tabindex="-1" autocomplete="off"></p>
<p><button>${escapeHtml(feedback.send)}</button></p></form>`;
}

function backLink(port: number, words: PageWords, site: string): string {
  const language = words.code === 'en' ? '' : `?lang=${words.code}`;
  return `<p><a href="${escapeHtml(`${site}/${port}${language}`)}">${escapeHtml(words.back(port))}</a></p>`;
}

function page({ code, direction }: PageWords, title: string, body: string): string {
  return `<!doctype html>
<html lang="${code}" dir="${direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>
`;
}

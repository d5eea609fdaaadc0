/**
 * The question to the reader, once a script runs: after a face it asks what was wrong, then sends the
 * answer without leaving the page. What could not be sent is kept, and sent once more later.
 */

import type { Face, Reason } from '../base/feedback-values.ts';
import { HONEYPOT, NOTE_MAX, REASONS } from '../base/feedback-values.ts';
import { formatMessage, formatterFor } from '../words/locales/compiled.ts';
import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import styles from './feedback-form.css?inline';
import { fetchAnswer, type Outcome, sendKept } from './feedback-send.ts';
import { spokenHere } from './words.ts';

adoptStyle(styles);

const form = document.querySelector<HTMLFormElement>('form#feedback') as HTMLFormElement;
const status = element('p', { role: 'status', tabIndex: -1 });
const note = element('textarea', { name: 'note', maxLength: NOTE_MAX, rows: 3, id: 'note' });
const question = element('legend', {});
const boxes = REASONS.map((value) => element('input', { type: 'checkbox', name: 'reason', value }));
const noteLabel = element('label', { htmlFor: note.id });
const hint = element('small', { id: 'note-hint' });
const left = element('small', { id: 'note-left' });
const names = boxes.map(() => document.createTextNode(''));
const more = element(
  'div',
  { className: 'more', hidden: true },
  element(
    'fieldset',
    {},
    question,
    ...boxes.map((box, index) => element('label', {}, box, names[index] ?? '')),
  ),
  noteLabel,
  note,
  element('p', {}, hint, ' ', left),
);

form.querySelector('button')?.before(more);
form.append(status);
note.setAttribute('aria-describedby', `${hint.id} ${left.id}`);

async function say(): Promise<void> {
  const { feedback } = (await spokenHere()).words.page;
  question.textContent = String(feedback.reasonQuestion);
  for (const [index, reason] of REASONS.entries())
    (names[index] as Text).data = String(feedback.reasons[reason]);
  noteLabel.textContent = String(feedback.note);
  hint.textContent = String(feedback.noteHint);
  await count();
}

async function count(): Promise<void> {
  const { speaker, words } = await spokenHere();
  const values = { count: NOTE_MAX - note.value.length };
  left.textContent = formatMessage(words.page.feedback.left, values, formatterFor(speaker.code));
}

async function tell(outcome: Outcome): Promise<void> {
  const { feedback } = (await spokenHere()).words.page;
  status.textContent = String(feedback[outcome]);
  if (outcome === 'failed') {
    const link = element('a', { href: reportAddress() }, String(feedback.correct));
    status.append(' ', link);
  }
}

/** The foot of the page has it; without a repository it is this form, which has just failed. */
function reportAddress(): string {
  const { hash, href } = [...document.querySelectorAll<HTMLAnchorElement>('footer a')].at(-1) ?? {};
  return href === undefined || hash === '#feedback' ? '/about#corrections' : href;
}

/** In another language the words of the foot are no date of the registry; the element still has it. */
function registryDay(): string {
  const time = document.querySelector<HTMLTimeElement>('footer time');
  return time?.dateTime || (time?.textContent ?? '');
}

function answer() {
  const data = new FormData(form);
  return {
    port: Number(form.querySelector<HTMLButtonElement>('[name=port]')?.value),
    locale: document.documentElement.lang,
    face: data.get('face') as Face,
    reasons: more.hidden ? [] : (data.getAll('reason') as Reason[]),
    note: more.hidden ? '' : note.value,
    version: registryDay(),
    [HONEYPOT]: '',
  };
}

/** Who found what they looked for has nothing to add. */
function askOn(): void {
  more.hidden = !form.querySelector('[name=face]:checked:not([value=yes])');
}

form.addEventListener('change', askOn);
note.addEventListener('input', count);
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const outcome = await fetchAnswer(form.action, answer());
  for (const part of form.children) if (part !== status) (part as HTMLElement).hidden = true;
  await tell(outcome);
  // The button that had the focus is gone.
  status.focus();
});
addEventListener('pn-translated', say);
addEventListener('online', retry);

async function retry(): Promise<void> {
  const outcome = await sendKept(form.action);
  if (outcome) await tell(outcome);
}

// A face may have been chosen before this came.
await say();
askOn();
await retry();

/** Says the questions of a port and the question to its reader in another language. */
import { words } from 'virtual:portolan/words';
import { type Locale, localeOf } from '../base/languages.ts';
import scriptStyles from '../styles/scripts.css?url';
import { decodeFacts } from '../words/faq/facts-code.ts';
import { faqOf, type Words } from '../words/faq/faq.ts';
import { faqHtml, wordsHtml } from '../words/faq/html.ts';
import { formatMessage, formatterFor } from '../words/locales/compiled.ts';
import { bestLanguage } from '../words/locales/negotiate.ts';
import { addStyle } from './add-style.ts';

/** What the fonts of the page itself can write. */
const EUROPEAN = ['Cyrl', 'Grek', 'Latn'];

let shownLanguage = 'en';

/** The language shownLanguage now, with its words. */
export async function pageWords(): Promise<{ code: string; words: Words }> {
  const code = shownLanguage;
  const module = await words[code]?.();
  return { code, words: (module as { default: Words }).default };
}

export async function translatePage(wanted: readonly string[]): Promise<void> {
  const code = bestLanguage(wanted);
  if (code === shownLanguage) return;
  const before = shownLanguage;
  shownLanguage = code;
  try {
    const locale = localeOf(code) as Locale;
    const fonts = EUROPEAN.includes(locale.script) ? undefined : addStyle(scriptStyles);
    const [{ words }] = await Promise.all([pageWords(), fonts]);
    // Meanwhile another may have been chosen.
    if (shownLanguage !== code) return;
    translateQuestions(words, locale);
    translateFeedback(words, locale);
    translateLanguageSwitch(words, locale);
    dispatchEvent(new Event('pn-translated'));
  } catch {
    // Not to be had now: what was read before stays.
    shownLanguage = before;
  }
}

function turn(element: HTMLElement, { code, direction }: Locale): void {
  element.lang = code;
  element.dir = direction;
}

function translateQuestions(words: Words, locale: Locale): void {
  const section = document.querySelector<HTMLElement>('#faq[data-facts]');
  const heading = section?.querySelector('h2');
  if (!section || !heading) return;
  const facts = decodeFacts(section.dataset.facts ?? '');
  const formatter = formatterFor(locale.code);
  const port = formatter.isolate(String(facts.port));
  const old = [...section.querySelectorAll<HTMLDetailsElement>(':scope > details')];
  const open = new Set(old.filter((details) => details.open).map(({ id }) => id));
  const made = document.createElement('template');
  made.innerHTML = faqHtml(faqOf(facts, words, locale.code));
  for (const details of made.content.querySelectorAll('details'))
    details.open = open.has(details.id);
  turn(section, locale);
  const said = document.createElement('template');
  said.innerHTML = wordsHtml(formatMessage(words.faq.title, { port }, formatter));
  // The sign beside the heading stays, which shares its address.
  heading.replaceChildren(said.content, ...heading.children);
  old[0]?.before(made.content);
  for (const details of old) details.remove();
}

function translateFeedback({ feedback }: Words, locale: Locale): void {
  const form = document.querySelector<HTMLElement>('#feedback');
  if (!form) return;
  turn(form, locale);
  const say = (element: Element | null, text: unknown) => {
    if (element) element.textContent = String(text);
  };
  say(form.querySelector('a'), feedback.correct);
  say(form.querySelector('legend'), feedback.question);
  say(form.querySelector('[name=port]'), feedback.send);
  for (const face of form.querySelectorAll<HTMLInputElement>('[name=face]')) {
    face.nextSibling?.replaceWith(String(feedback[face.value as 'yes' | 'partly' | 'no']));
  }
}

function translateLanguageSwitch({ language }: Words, locale: Locale): void {
  for (const element of document.querySelectorAll<HTMLElement>('pn-language')) {
    const [label, code] = element.querySelector('button')?.childNodes ?? [];
    if (!label || !code) continue;
    turn(element, locale);
    label.textContent = `${String(language.label)}: ${locale.name}`;
    if (code.textContent?.trim()) code.textContent = ` ${locale.code.toUpperCase()}`;
    const note = element.querySelector('small') ?? document.createElement('small');
    note.textContent = locale.code === 'en' ? '' : String(language.storyIn);
    if (element.matches('#faq *')) element.append(note);
  }
}

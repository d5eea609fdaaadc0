/**
 * Says a port's page in another language. What is made of the record is made again by the functions
 * that made it in the build; what an author wrote stays, and is marked as English.
 */
import { type Locale, localeOf } from '../base/languages.ts';
import scriptStyles from '../styles/scripts.css?url';
import { bestLanguage } from '../words/locales/negotiate.ts';
import { answerHtml } from '../words/page/answer.ts';
import { sectionsOf } from '../words/page/article.ts';
import { contentsHtml } from '../words/page/contents.ts';
import { crumbsHtml } from '../words/page/crumbs.ts';
import type { PageView } from '../words/page/view.ts';
import { signed, titleOf } from '../words/port/title.ts';
import { addStyle } from './add-style.ts';
import { showWords } from './interface-words.ts';
import { pageView } from './page-record.ts';
import { translateFrame } from './translate-frame.ts';
import { translateRest } from './translate-rest.ts';
import { showLanguage, shownLanguage, spokenIn } from './words.ts';

/** What the fonts of the page itself can write. */
const EUROPEAN = ['Cyrl', 'Grek', 'Latn'];

export async function translatePage(wanted: readonly string[]): Promise<void> {
  const code = bestLanguage(wanted);
  const before = shownLanguage();
  try {
    if (code === before) return;
    showLanguage(code);
    const locale = localeOf(code) as Locale;
    const fonts = EUROPEAN.includes(locale.script) ? undefined : addStyle(scriptStyles);
    const [view] = await Promise.all([spokenIn(code).then(pageView), fonts]);
    // Meanwhile another may have been chosen.
    if (shownLanguage() === code) show(view, locale);
  } catch {
    // Not to be had now: what was read before stays.
    if (shownLanguage() === code) showLanguage(before);
  } finally {
    document.documentElement.style.visibility = '';
  }
}

function show(view: PageView, locale: Locale): void {
  const { documentElement: root } = document;
  root.lang = locale.code;
  root.dir = locale.direction;
  document.title = signed(titleOf(view.record, view.speaker));
  replace(document.querySelector('.crumbs'), `${crumbsHtml(view)}`);
  showWords(view);
  const sections = sectionsOf(view);
  for (const section of sections.values()) showSection(section);
  translateRest(view);
  translateFrame(view, locale);
  const status = document.querySelector('#status');
  if (status) status.innerHTML = `${answerHtml(view)}`;
  // Last, for the share button in it looks for the headings of all sections.
  replace(document.querySelector('.jump'), `${contentsHtml(view, [...sections.keys()])}`);
  dispatchEvent(new Event('pn-translated'));
}

/** Takes the place of the section of the same name; answers that were open stay open. */
function showSection(html: string): void {
  const made = elementOf(html);
  const old = made && document.getElementById(made.id);
  if (!made || !old) return;
  for (const details of old.querySelectorAll('details[open]')) {
    const same = made.querySelector<HTMLDetailsElement>(`#${CSS.escape(details.id)}`);
    if (same) same.open = true;
  }
  // What an author asks of this port alone.
  const own = old.querySelector(':scope > div[lang]');
  if (own) made.append(own);
  old.replaceWith(made);
}

function replace(old: Element | null, html: string): void {
  const made = elementOf(html);
  if (made) old?.replaceWith(made);
}

function elementOf(html: string): Element | null {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild;
}

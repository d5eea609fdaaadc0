/** The page of what is not found, in the language that the address begins with. */
import { localeOf } from '../base/languages.ts';
import { formatMessage, formatterFor } from '../words/locales/compiled.ts';
import { languageOfTag } from '../words/locales/negotiate.ts';
import { said } from '../words/messages/said.ts';
import { missingLead, missingWords, type SayMissing } from '../words/page/missing.ts';
import { showWords } from './interface-words.ts';
import { translateFrame } from './translate-frame.ts';
import { spokenIn } from './words.ts';

/** /ru/3330, /ru/ports/3330.html */
const PORT = /^\/[^/]+\/(?:ports?\/)?0*(\d{1,5})(?:\.html)?\/?$/;

/** @returns undefined where the first part of the address is no language */
export async function sayMissing(first: string, path: string): Promise<SayMissing | undefined> {
  const code = languageOfTag(first);
  const locale = code && localeOf(code);
  if (!locale) return undefined;
  const [, port] = PORT.exec(path) ?? [];
  if (port !== undefined) location.replace(`/${port}?lang=${code}`);
  const spoken = await spokenIn(code);
  const { speaker, words } = spoken;
  const say = (selector: string, id: 'heading' | 'services' | 'blocks') => {
    const element = document.querySelector(selector);
    if (element) element.textContent = speaker.text(said(`missing.${id}`));
  };
  Object.assign(document.documentElement, { lang: code, dir: locale.direction });
  document.title = `${speaker.text(said('missing.title'))} | Portolan`;
  say('h1', 'heading');
  say('#services', 'services');
  say('#blocks', 'blocks');
  const lead = document.querySelector('.lead');
  if (lead) lead.innerHTML = `${missingLead(speaker)}`;
  showWords(spoken);
  translateFrame(spoken, locale);
  const own = missingWords(words.port);
  return (id, values = {}) => formatMessage(own[id], values, formatterFor(code));
}

/** Says in another language what of a port's page is kept: the neighbours, the form, the list of sources. */
import { date, type MessageId, name, said } from '../words/messages/said.ts';
import { otherFormsHtml } from '../words/page/sources.ts';
import type { PageView } from '../words/page/view.ts';

export function translateRest(view: PageView): void {
  for (const written of document.querySelectorAll<HTMLElement>('#story, #faq > div'))
    markEnglish(written);
  noteStory(view);
  translateGuides(view);
  translateFeedback(view);
  translateNearby(view);
  translateSources(view);
}

function markEnglish(element: HTMLElement): void {
  element.lang = 'en';
  element.dir = 'ltr';
}

/** Before the story stands why it is in English. */
function noteStory({ speaker, words }: PageView): void {
  const story = document.querySelector('#story');
  if (!story) return;
  const before = story.previousElementSibling;
  const note = before?.matches('.note.in-english') ? before : document.createElement('p');
  note.className = 'note in-english';
  note.textContent = String(words.page.language.storyIn);
  if (speaker.code === 'en') note.remove();
  else story.before(note);
}

/** The heading holds a sign behind its words, which shares its address. */
function sayHeading(section: Element | null, text: string): void {
  const words = section?.querySelector('h2')?.firstChild;
  if (words) words.nodeValue = text;
}

function translateGuides({ speaker }: PageView): void {
  const links = [...document.querySelectorAll<HTMLElement>('article > .note a')];
  for (const link of links) markEnglish(link);
  const label = links[0]?.previousSibling;
  if (label) label.nodeValue = `${speaker.text(said('guides.list', { count: links.length }))} `;
}

function translateFeedback({ speaker, words }: PageView): void {
  const form = document.querySelector<HTMLElement>('#feedback');
  if (!form) return;
  const { feedback } = words.page;
  const say = (element: Element | null, text: unknown) => {
    if (element) element.textContent = String(text);
  };
  say(form.querySelector('a'), feedback.correct);
  say(form.querySelector('legend'), feedback.question);
  say(form.querySelector('[name=port]'), feedback.send);
  for (const face of form.querySelectorAll<HTMLInputElement>('[name=face]'))
    face.nextSibling?.replaceWith(String(feedback[face.value as 'yes' | 'partly' | 'no']));
  form.querySelector('[name=locale]')?.setAttribute('value', speaker.code);
}

function translateNearby({ speaker }: PageView): void {
  const section = document.querySelector('#nearby');
  sayHeading(section, speaker.text(said('nearby.heading')));
  const strip = section?.querySelector('svg');
  const [low = '', high = ''] = strip?.getAttribute('aria-label')?.match(/\d+/g) ?? [];
  const label = speaker.text(said('nearby.strip', { low: name(low), high: name(high) }));
  strip?.setAttribute('aria-label', label);
  for (const element of section?.querySelectorAll<HTMLElement>('[data-called]') ?? []) {
    const { called, of } = element.dataset;
    const values = of === undefined ? {} : { name: name(of) };
    element.innerHTML = `${speaker.html(said(called as MessageId, values))}`;
  }
}

function translateSources(view: PageView): void {
  const { speaker } = view;
  const section = document.querySelector('#sources');
  sayHeading(section, speaker.text(said('sources.heading')));
  for (const reading of section?.querySelectorAll<HTMLElement>('li > span') ?? []) {
    reading.dataset.day ??= /\d{4}-\d\d-\d\d/.exec(reading.textContent)?.[0] ?? '';
    const { day } = reading.dataset;
    const line = day ? said('sources.read', { date: date(day) }) : said('sources.cited');
    reading.innerHTML = `${speaker.html(line)}`;
  }
  const forms = section?.querySelector('.note');
  if (forms) forms.innerHTML = `${otherFormsHtml(view)}`;
}

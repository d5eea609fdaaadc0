/** Says a sentence in one language: as text for a terminal, a title or a feed, and as HTML for a page. */
import { type Html, html, raw } from '../../base/html.ts';
import {
  type Compiled,
  type CompiledTree,
  END_ISOLATE,
  type Formatter,
  formatMessage,
  formatterFor,
  ISOLATE,
  ISOLATE_LTR,
} from '../locales/compiled.ts';
import type { Link, MessageId, PortMessages, Said, Value } from './said.ts';

export interface Speaker {
  code: string;
  text(said: Said): string;
  html(said: Said): Html;
  /** One after the other, with the space that the language puts between sentences. */
  sentences(lines: readonly Said[]): Html;
  /** The same as text. */
  paragraph(lines: readonly Said[]): string;
  /** Sentences that are text already. */
  joined(sentences: readonly string[]): string;
  /** For what is no sentence of its own: a list or a date in a cell. */
  value(value: Value): Html;
  /** A text of this language as HTML, what is no word of it kept whole. */
  marked(text: string): Html;
}

type Tree = CompiledTree<PortMessages>;

export function speakerFor(code: string, messages: Tree): Speaker {
  const formatter = formatterFor(code);
  const compiled = new Map<MessageId, Compiled>();
  const find = (id: MessageId) => {
    const known = compiled.get(id) ?? messageAt(messages, id);
    compiled.set(id, known);
    return known;
  };
  const say = (
    { id, values }: Said,
    show: (value: Value, formatter: Formatter) => string | number,
  ) =>
    formatMessage(
      find(id),
      Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, show(value, formatter)]),
      ),
      formatter,
    );
  return {
    code,
    text: (said) => say(said, asText),
    html: (said) => raw(say(said, asHtml)) as Html,
    sentences: (lines) => raw(joined(lines.map((line) => say(line, asHtml)))) as Html,
    paragraph: (lines) => joined(lines.map((line) => say(line, asText))),
    joined,
    marked: (text) => raw(marked(`${html`${text}`}`)) as Html,
    value: (value) => {
      const shown = asHtml(value, formatter);
      return raw(typeof shown === 'number' ? formatter.number(shown) : shown) as Html;
    },
  };
}

/** The full stop of Chinese and Japanese brings its own space along. */
const joined = (sentences: readonly string[]) => sentences.join(' ').replaceAll('。 ', '。');

function messageAt(messages: Tree, id: MessageId): Compiled {
  let found: unknown = messages;
  for (const key of id.split('.')) found = (found as Record<string, unknown> | undefined)?.[key];
  if (typeof found !== 'string' && !Array.isArray(found)) throw new Error(`${id}: no such message`);
  return found as Compiled;
}

function asText(value: Value, formatter: Formatter): string | number {
  if (typeof value === 'number') return value;
  if ('name' in value) return formatter.isolate(value.name);
  if ('names' in value) return formatter.list(value.names);
  if ('code' in value) return formatter.isolate(value.code);
  if ('english' in value) return formatter.isolate(value.english);
  if ('date' in value) return formatter.date(value.date);
  if ('choice' in value) return value.choice;
  if ('percent' in value) return formatter.isolate(formatter.percent(value.percent));
  return formatter.list(value.links.map((link) => link.name));
}

function asHtml(value: Value, formatter: Formatter): string | number {
  if (typeof value === 'number') return value;
  if ('code' in value) return `${html`<code>${value.code}</code>`}`;
  if ('links' in value)
    return marked(formatter.list(value.links.map((link) => `${linkHtml(link)}`)));
  if ('english' in value && formatter.code !== 'en')
    return `${html`<span lang="en" dir="ltr">${value.english}</span>`}`;
  const text = asText(value, formatter);
  return marked(`${html`${text}`}`);
}

const linkHtml = ({ href, name }: Link): Html =>
  href === undefined ? html`${name}` : html`<a href="${href}">${name}</a>`;

/** What a text marks as no word of its language is kept whole by <bdi>. */
const marked = (text: string) =>
  text
    .replaceAll(ISOLATE, '<bdi>')
    .replaceAll(ISOLATE_LTR, '<bdi dir=ltr>')
    .replaceAll(END_ISOLATE, '</bdi>');

/**
 * Reads the HTML that this project writes, and nothing wider: what a browser would have to mend is a
 * fault. It takes a quarter of the time of a parser that knows all of HTML (parse5: 0.9 ms a page), and says
 * what that one mends in silence; a test holds it to such a parser.
 */
import { decode } from './decode.ts';
import type { Element } from './element.ts';
import { endsBefore, endsWithParent, RAW_TEXT, VOID } from './nesting.ts';

export interface Reading {
  root: Element;
  /** All of them, in the order of their start tags. */
  elements: Element[];
  faults: string[];
}

type Open = Element & { children: (Element | string)[] };

const TAG = /<(\/?)([a-z][a-z0-9-]*)([^"'<>]*(?:"[^"]*"[^"'<>]*|'[^']*'[^"'<>]*)*)>/giy;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gy;
function tagIn(text: string, at: number): RegExpExecArray | null {
  TAG.lastIndex = at;
  return TAG.exec(text);
}

/** A part of a string keeps the whole of it in memory: what outlives its page is copied. */
export const copyOf = (part: string): string => Buffer.from(part).toString();

const NONE: Readonly<Record<string, string>> = Object.freeze({});
const DOCTYPE = /^<!doctype html>/i;

interface Tag {
  name: string;
  ends: boolean;
  /** It ends itself. */
  alone: boolean;
  attributes: Readonly<Record<string, string>>;
  length: number;
}

const known = new Map<string, Tag>();
const MOST_KNOWN = 50_000;

export function readHtml(html: string): Reading {
  return new Reader(html).read();
}

class Reader {
  readonly #html: string;
  readonly #faults: string[] = [];
  readonly #elements: Element[] = [];
  readonly #root: Open = { name: '#document', attributes: NONE, parent: undefined, children: [] };
  #open: Open = this.#root;

  constructor(html: string) {
    this.#html = html;
  }

  read(): Reading {
    const html = this.#html;
    let at = DOCTYPE.exec(html)?.[0].length ?? 0;
    if (at === 0) this.#fault('no doctype', 0);
    while (at < html.length) {
      const next = html.indexOf('<', at);
      if (next !== at) this.#text(html.slice(at, next === -1 ? html.length : next), at);
      if (next === -1) break;
      at = html.startsWith('<!--', next) ? this.#comment(next) : this.#tag(next);
    }
    while (this.#open !== this.#root) this.#leave(html.length);
    return { root: this.#root, elements: this.#elements, faults: this.#faults };
  }

  #fault(what: string, at: number): void {
    this.#faults.push(`${what} at ${at}: ${this.#html.slice(at, at + 40)}`);
  }

  #text(text: string, at: number): void {
    this.#open.children.push(text.includes('&') ? this.#decoded(text, at) : text);
  }

  #decoded(text: string, at: number): string {
    return decode(text, (reference) => this.#fault(`the reference ${reference}`, at));
  }

  #comment(at: number): number {
    const end = this.#html.indexOf('-->', at + 4);
    if (end !== -1) return end + 3;
    this.#fault('a comment without an end', at);
    return this.#html.length;
  }

  #tag(at: number): number {
    const short = this.#html.slice(at, this.#html.indexOf('>', at) + 1);
    const tag = known.get(short) ?? this.#readTag(at, short);
    if (tag === undefined) {
      this.#fault('no tag', at);
      this.#open.children.push('<');
      return at + 1;
    }
    const end = at + tag.length;
    if (tag.ends) {
      this.#close(tag.name, at);
      return end;
    }
    return this.#start(tag, at, end);
  }

  #readTag(at: number, short: string): Tag | undefined {
    const match = tagIn(copyOf(short), 0) ?? tagIn(this.#html, at);
    if (match === null) return undefined;
    const [whole, slash, written = '', text = ''] = match;
    const before = this.#faults.length;
    const alone = text.endsWith('/');
    const tag = {
      name: written.toLowerCase(),
      ends: slash === '/',
      alone,
      attributes: this.#attributes(alone ? text.slice(0, -1) : text, at),
      length: whole.length,
    };
    if (tag.ends && tag.attributes !== NONE) this.#fault('an end tag with attributes', at);
    // The same tags stand on thousands of pages; each fault is reported.
    if (whole.length === short.length && this.#faults.length === before && known.size < MOST_KNOWN)
      known.set(match.input, tag);
    return tag;
  }

  #start({ alone, attributes, name }: Tag, at: number, end: number): number {
    while (endsBefore(this.#open.name, name)) this.#open = this.#open.parent as Open;
    const element: Open = { name, attributes, parent: this.#open, children: [] };
    this.#open.children.push(element);
    this.#elements.push(element);
    if (RAW_TEXT.has(name)) return this.#raw(element, end);
    if (alone && !this.#inDrawing()) this.#fault('a slash that ends nothing', at);
    if (!alone && !VOID.has(name)) this.#open = element;
    return end;
  }

  #inDrawing(): boolean {
    for (let at: Element | undefined = this.#open; at; at = at.parent)
      if (at.name === 'svg') return true;
    return false;
  }

  #attributes(text: string, at: number): Readonly<Record<string, string>> {
    if (text === '') return NONE;
    const found: Record<string, string> = {};
    ATTRIBUTE.lastIndex = 0;
    let end = 0;
    for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
      const [, name = '', double, single, bare] = match;
      const value = double ?? single ?? bare ?? '';
      if (Object.hasOwn(found, name)) this.#fault(`the attribute ${name} twice`, at);
      found[name] = value.includes('&') ? this.#decoded(value, at) : value;
      end = ATTRIBUTE.lastIndex;
    }
    if (text.slice(end).trim() !== '') this.#fault('malformed attributes', at);
    return found;
  }

  #raw(element: Open, from: number): number {
    const close = `</${element.name}>`;
    const end = this.#html.indexOf(close, from);
    if (end === -1) {
      this.#fault(`<${element.name}> without an end`, from);
      return this.#html.length;
    }
    const text = this.#html.slice(from, end);
    const plain = element.name === 'script' || element.name === 'style' || !text.includes('&');
    element.children.push(plain ? text : this.#decoded(text, from));
    return end + close.length;
  }

  #close(name: string, at: number): void {
    let open: Element | undefined = this.#open;
    while (open && open.name !== name) open = open.parent;
    if (open === undefined) {
      this.#fault(`an end of <${name}>, which is not open`, at);
      return;
    }
    while (this.#open !== open) this.#leave(at);
    this.#open = open.parent as Open;
  }

  /** The end tag of the open element is not there: its parent ends. */
  #leave(at: number): void {
    const { name, parent } = this.#open;
    if (!endsWithParent(name, parent?.name ?? '')) this.#fault(`<${name}> is left open`, at);
    this.#open = parent as Open;
  }
}

/** What a browser asks for by itself when it shows a page, and by which part of the policy it may. */
import type { Element } from './read/element.ts';

export interface Fetch {
  name: string;
  address: string;
  directive: string;
}

const OF_ELEMENT: Readonly<Record<string, string>> = {
  script: 'script-src',
  img: 'img-src',
  image: 'img-src',
  input: 'img-src',
  source: 'img-src',
  use: 'img-src',
  video: 'media-src',
  audio: 'media-src',
  track: 'media-src',
  iframe: 'frame-src',
  embed: 'object-src',
  object: 'object-src',
};

const OF_LINK: Readonly<Record<string, string>> = {
  stylesheet: 'style-src',
  icon: 'img-src',
  'apple-touch-icon': 'img-src',
  'mask-icon': 'img-src',
  manifest: 'manifest-src',
  modulepreload: 'script-src',
  preload: 'default-src',
  prefetch: 'default-src',
  preconnect: 'default-src',
  'dns-prefetch': 'default-src',
};

export function* fetchesOf(elements: readonly Element[]): Generator<Fetch> {
  for (const element of elements) {
    const { attributes, name } = element;
    if (name === 'link') yield* ofLink(element);
    else if (name === 'form')
      yield { name, address: attributes.action ?? '', directive: 'form-action' };
    else if (OF_ELEMENT[name] !== undefined) yield* ofElement(element, OF_ELEMENT[name]);
  }
}

function* ofLink({ attributes, name }: Element): Generator<Fetch> {
  for (const word of (attributes.rel ?? '').split(/\s+/)) {
    const directive = OF_LINK[word];
    if (directive) yield { name, address: attributes.href ?? '', directive };
  }
}

function* ofElement({ attributes, name }: Element, directive: string): Generator<Fetch> {
  for (const attribute of ['src', 'href', 'data', 'poster']) {
    const address = attributes[attribute];
    if (address !== undefined) yield { name, address, directive };
  }
  for (const candidate of (attributes.srcset ?? '').split(',').filter(Boolean))
    yield { name, address: candidate.trim().split(/\s/)[0] ?? '', directive };
}

/** A page as a tree, as small as the rules need it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | undefined;
  readonly children: (Element | string)[];
}

export const isElement = (node: Element | string): node is Element => typeof node !== 'string';

export const childrenOf = ({ children }: Element): Element[] => children.filter(isElement);

/** The words of an element as written, spaces and all. */
export function rawText({ children }: Element): string {
  let text = '';
  for (const child of children) text += typeof child === 'string' ? child : rawText(child);
  return text;
}

/** As shown: without space at the ends, and no more than one in between. */
export const textOf = (element: Element): string => rawText(element).replaceAll(/\s+/g, ' ').trim();

export function isWithin(element: Element, names: ReadonlySet<string>): boolean {
  for (let at: Element | undefined = element; at; at = at.parent)
    if (names.has(at.name)) return true;
  return false;
}

/** Hidden until a script fills it, or filled by one. */
export const isForScripts = (element: Element | undefined): boolean =>
  element !== undefined &&
  (element.attributes.hidden !== undefined ||
    element.attributes.role === 'status' ||
    element.name === 'template' ||
    isForScripts(element.parent));

/** XML as a tree, from a parser that accepts nothing that is not well-formed or whose namespaces are not. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** The namespace, and the name without its prefix. */
  uri: string;
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The text directly within. */
  text: string;
}

export function parseXml(text: string): XmlElement {
  const root: XmlElement = { uri: '', name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ attributes, local, uri }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value] as const);
    const element = {
      uri,
      name: local,
      attributes: Object.fromEntries(values),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    const inner = open.at(-1);
    if (inner) inner.text += piece;
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  const [document] = root.children;
  if (!document) throw new Error('no element');
  return document;
}

export const childrenNamed = ({ children }: XmlElement, name: string): XmlElement[] =>
  children.filter((child) => child.name === name);

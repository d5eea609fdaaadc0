/** From a name to ports: service names first, then what port lists and the authored pages say. */
import { parseSpan } from '../../base/port-range.ts';
import { rowKind } from '../registry/row-kind.ts';
import type { PortPage } from '../schemas/port-page.ts';
import { fold } from './labels.ts';
import type { Tables } from './load.ts';

export interface Found {
  port: number;
  /** The name as its source writes it. */
  name: string;
  /** 'iana', the id of a port list, or 'page'. */
  source: string;
}

type Index = Map<string, Found[]>;

export function nameIndex(tables: Tables, pages: readonly PortPage[]): Index {
  const index: Index = new Map();
  const add = (port: number, name: string, source: string) => {
    const key = fold(name);
    const list = index.get(key) ?? [];
    if (key !== '' && !list.some((found) => found.port === port)) {
      list.push({ port, name, source });
      index.set(key, list);
    }
  };
  for (const row of tables.services) {
    if (row.service !== '' && rowKind(row) === 'assigned')
      add(parseSpan(row.ports).low, row.service, 'iana');
  }
  for (const page of pages) {
    for (const name of [page.title, ...page.aliases]) add(page.port, name, 'page');
  }
  for (const label of tables.labels) add(parseSpan(label.ports).low, label.name, label.source);
  return index;
}

/** Exact names first; where there is none, names that begin with the text. */
export function findName(index: Index, text: string): Found[] {
  const key = fold(text.trim());
  if (key === '') return [];
  const exact = index.get(key);
  if (exact) return exact;
  if (key.length < 3) return [];
  return [...index].filter(([name]) => name.startsWith(key)).flatMap(([, found]) => found);
}

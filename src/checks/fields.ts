/**
 * The frontmatter as the rules read it: whatever is valid, though something beside it is not.
 * So an author sees everything at once, and not one rule after the other.
 */
import type { z } from 'zod';
import { guide } from '../facts/schemas/guide.ts';
import { type PortPage, portPage } from '../facts/schemas/port-page.ts';
import type { FrontMatter, Path } from './frontmatter.ts';

/** An entry of a list, and where it stands. */
interface Entry<T> {
  value: T;
  path: Path;
}
type Item<K extends 'uses' | 'history' | 'checks' | 'related' | 'faq' | 'sources'> = Entry<
  PortPage[K][number]
>;

export interface Fields {
  port: number | undefined;
  title: string | undefined;
  summary: string | undefined;
  /** Whether the page says that little is recorded of its port. */
  tail: boolean;
  iana: PortPage['iana'] | undefined;
  updated: string | undefined;
  /** Without the facts, which are read one by one. */
  security: Omit<PortPage['security'], 'facts'> | undefined;
  facts: Entry<PortPage['security']['facts'][number]>[];
  uses: Item<'uses'>[];
  history: Item<'history'>[];
  checks: Item<'checks'>[];
  related: Item<'related'>[];
  faq: Item<'faq'>[];
  /** Of a guide; title, summary, sources and `updated` are what they are on a port's page. */
  questions: Entry<string>[];
  sources: Item<'sources'>[];
  /** The keys of all sources, also of those in which something else is wrong. */
  sourceKeys: Entry<string>[];
  /** Every place that points at a source, by its key; also in entries in which something else is wrong. */
  citations: Entry<string>[];
}

export function readFields(front: FrontMatter): Fields {
  const { shape } = portPage;
  const at = (path: Path) => valueAt(front.value, path);
  const one = <T>(schema: z.ZodType<T>, value: unknown) => schema.safeParse(value).data;
  const rawList = (...path: string[]): Entry<unknown>[] => {
    const list = at(path);
    return Array.isArray(list)
      ? list.map((value, index) => ({ value, path: [...path, index] }))
      : [];
  };
  const list = <T>(schema: z.ZodType<T>, ...path: string[]): Entry<T>[] =>
    rawList(...path).flatMap((entry) => {
      const value = one(schema, entry.value);
      return value === undefined ? [] : [{ value, path: entry.path }];
    });

  const security = at(['security']);
  return {
    port: one(shape.port, at(['port'])),
    title: one(shape.title, at(['title'])),
    summary: one(shape.summary, at(['summary'])),
    tail: at(['tail']) === true,
    iana: one(shape.iana, at(['iana'])),
    updated: one(shape.updated, at(['updated'])),
    security: isRecord(security) ? one(shape.security, { ...security, facts: [] }) : undefined,
    facts: list(shape.security.shape.facts.unwrap().element, 'security', 'facts'),
    uses: list(shape.uses.unwrap().element, 'uses'),
    history: list(shape.history.unwrap().element, 'history'),
    checks: list(shape.checks.unwrap().element, 'checks'),
    related: list(shape.related.unwrap().element, 'related'),
    faq: list(shape.faq.unwrap().element, 'faq'),
    questions: list(guide.shape.questions.element, 'questions'),
    sources: list(shape.sources.element, 'sources'),
    sourceKeys: textsIn(rawList('sources'), 'key'),
    citations: textsIn(
      [
        ...rawList('uses'),
        ...rawList('history'),
        { value: security, path: ['security'] },
        ...rawList('security', 'facts'),
        ...rawList('checks'),
        ...rawList('faq'),
      ],
      'source',
    ),
  };
}

/** This field of every entry that has it. */
function textsIn(entries: Entry<unknown>[], field: string): Entry<string>[] {
  return entries.flatMap(({ value, path }) => {
    const text = isRecord(value) ? value[field] : undefined;
    return typeof text === 'string' ? [{ value: text, path: [...path, field] }] : [];
  });
}

export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

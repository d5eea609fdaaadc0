/** The sources of a page, numbered once: the author's first, then those of the atlas that this port uses. */
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import type { CitedSource } from '../../facts/schemas/cited-source.ts';
import type { SecurityLine } from '../port/security-line.ts';

export interface Citation {
  id: string;
  number: number;
  title: string;
  publisher: string;
  url: string;
  date: string | undefined;
  /** The day on which an author last read it. */
  checked: string | undefined;
  /** Whether the author opened it, or cites what is certain to exist. */
  opened: boolean;
}

/** What an author cites, numbered in its order: the numbers of the footnotes. */
export function citationsFrom(sources: readonly CitedSource[]): Citation[] {
  return sources.map(({ checked, date, key, publisher, read, title, url }, index) => ({
    id: key,
    number: index + 1,
    title,
    publisher,
    url,
    date,
    checked,
    opened: read === 'read',
  }));
}

/** Those of the reports that the page shows come last. */
export function citationsOf(
  record: PortRecord,
  sources: SourceIndex,
  security: readonly SecurityLine[],
): Citation[] {
  const authored = citationsFrom(record.page?.sources ?? []);
  const reports = security.map(({ source }) => source);
  const used = [...new Set([...record.sources, ...reports])];
  const facts = used.flatMap((id) => {
    const source = sources.get(id);
    if (!source) return [];
    const { date, name, publisher, url, version } = source;
    return [
      {
        id,
        title: version ? `${name} (${version})` : name,
        publisher,
        url,
        date,
        checked: undefined,
        opened: true,
      },
    ];
  });
  const known = new Set(authored.map(({ id }) => id));
  return [...authored, ...facts.filter(({ id }) => !known.has(id))].map((entry, index) => ({
    ...entry,
    number: index + 1,
  }));
}

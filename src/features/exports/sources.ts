/** The sources as the data files name them: what each is, how old, and under which licence its facts are. */
import type { SourceIndex } from '../../facts/atlas/record.ts';
import type { DataSource } from '../../facts/schemas/port-json.ts';
import type { PortPage } from '../../facts/schemas/port-page.ts';
import type { Source } from '../../facts/schemas/sources.ts';

/** Of everything that Portolan adds to the facts; the LICENSE of the project. */
export const OWN_LICENCE = 'MIT';

export function tableSource({
  commit,
  date,
  id,
  licence,
  name,
  publisher,
  repository,
  short,
  url,
  version,
}: Source): DataSource {
  const title = version ? `${name} (${version})` : name;
  return {
    id,
    kind: 'table',
    title,
    short,
    publisher,
    url,
    ...(repository === undefined ? {} : { repository }),
    ...(commit === undefined ? {} : { commit }),
    date,
    licence,
  };
}

export interface Authored {
  sources: DataSource[];
  /** What the document calls the source that the author calls so. */
  idOf: (key: string) => string;
}

/**
 * What the author of a page read. A key that is the id of a table too means that table where the
 * address is the same; else it is another thing, and has another id here.
 */
export function authoredSources(page: PortPage | undefined, tables: SourceIndex): Authored {
  const ids = new Map<string, string>();
  const sources: DataSource[] = [];
  for (const cited of page?.sources ?? []) {
    const table = tables.get(cited.key);
    if (table?.url === cited.url) continue;
    const id = table ? `${cited.key}-cited` : cited.key;
    ids.set(cited.key, id);
    sources.push(citedSource(id, cited));
  }
  return { sources, idOf: (key) => ids.get(key) ?? key };
}

/** The fact is told in words of this project's own. */
function citedSource(id: string, cited: PortPage['sources'][number]): DataSource {
  const { checked, date, publisher, title, url } = cited;
  return {
    id,
    kind: 'cited',
    title,
    publisher,
    url,
    ...(date === undefined ? {} : { date }),
    checked,
    licence: OWN_LICENCE,
  };
}

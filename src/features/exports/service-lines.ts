/** Names to ports for /services.json: the registry's, the port lists', and what authors say that people type. */

import { compareTransports } from '../../base/port-range.ts';
import type { Atlas } from '../../facts/atlas/atlas.ts';
import { isWide } from '../../facts/atlas/wide.ts';
import { rowKind } from '../../facts/registry/row-kind.ts';
import { namesService } from '../../facts/registry/source-kinds.ts';
import type { ServiceLine } from '../../facts/schemas/bulk-json.ts';
import { plainName } from '../../words/prose/names.ts';

/** The source of a name that an author gave. */
const AUTHORS = 'portolan';

export function serviceLines(atlas: Atlas): ServiceLine[] {
  const { labels, services } = atlas.tables;
  const lines = new Map<string, ServiceLine>();
  const add = (name: string, ports: string, transport: string, source: string) => {
    const key = name.toLowerCase();
    const line = lines.get(key) ?? { name, registered: false, ports: [] };
    lines.set(key, line);
    if (source === 'iana') line.registered = true;
    const known = line.ports.find((entry) => entry.ports === ports && entry.source === source);
    const entry = known ?? { ports, transports: [], source };
    if (!known) line.ports.push(entry);
    if (transport !== '' && !entry.transports.includes(transport)) entry.transports.push(transport);
  };
  for (const row of services) {
    if (row.service !== '' && rowKind(row) === 'assigned')
      add(row.service, row.ports, row.transport, 'iana');
  }
  for (const label of labels) {
    if (!isWide(label) && namesService(label))
      add(plainName(label.name), label.ports, label.transport, label.source);
  }
  for (const port of atlas.authored()) {
    for (const alias of atlas.port(port).page?.aliases ?? []) add(alias, `${port}`, '', AUTHORS);
  }
  for (const { ports } of lines.values())
    for (const { transports } of ports) transports.sort(compareTransports);
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

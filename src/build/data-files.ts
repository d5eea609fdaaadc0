/**
 * The facts for programs and for curl: /3330.json and /3330.txt of every documented port, the files
 * that hold them all, and the schemas. The folder is a new one that takes the old one's place when
 * all of it stands: nobody ever reads a file half written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SITE } from '../base/site-address.ts';
import type { Atlas } from '../facts/atlas/atlas.ts';
import { plainPorts } from '../facts/atlas/plain-ports.ts';
import type { PortLine } from '../facts/schemas/bulk-json.ts';
import { attackLines } from '../features/exports/attack-lines.ts';
import { headOf, linesOfJson } from '../features/exports/head.ts';
import { portJson } from '../features/exports/port-json.ts';
import { portLine, portsCsv } from '../features/exports/port-line.ts';
import { programLines } from '../features/exports/program-lines.ts';
import { jsonSchema, SCHEMAS, type SchemaAddress } from '../features/exports/schemas.ts';
import { serviceLines } from '../features/exports/service-lines.ts';
import { plainText } from '../words/prose/plain-text.ts';

/** @returns the number of files */
export function writeDataFiles(
  folder: string,
  atlas: Atlas,
  ports: readonly number[] = atlas.documented(),
): number {
  const files = bulkFiles(atlas, writePorts(folder, atlas, ports));
  for (const [address, content] of files) {
    const file = join(folder, address);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return ports.length * 2 + files.size;
}

/** One port at a time, so that only their lines are ever in memory together. */
function writePorts(folder: string, atlas: Atlas, ports: readonly number[]): PortLine[] {
  const { sources } = atlas;
  return ports.map((port) => {
    const record = atlas.port(port);
    writeFileSync(join(folder, `${port}.json`), `${JSON.stringify(portJson(record, sources))}\n`);
    writeFileSync(join(folder, `${port}.txt`), plainText(record, sources, { site: SITE }));
    return portLine(record);
  });
}

function bulkFiles(atlas: Atlas, lines: readonly PortLine[]): Map<string, string> {
  const { sources } = atlas;
  const addresses = Object.keys(SCHEMAS) as SchemaAddress[];
  return new Map([
    ['/ports.json', linesOfJson(headOf('/schema/ports-1.json', sources), 'ports', lines)],
    ['/ports.csv', portsCsv(lines)],
    [
      '/services.json',
      linesOfJson(headOf('/schema/services-1.json', sources), 'services', serviceLines(atlas)),
    ],
    [
      '/programs.json',
      linesOfJson(headOf('/schema/programs-1.json', sources), 'programs', programLines(atlas)),
    ],
    [
      '/attacks.json',
      linesOfJson(headOf('/schema/attacks-1.json', sources), 'ports', attackLines(atlas)),
    ],
    // For the pages in other languages, which a browser makes.
    [
      '/page-data.json',
      JSON.stringify({ sources: atlas.tables.sources, plain: plainPorts(atlas) }),
    ],
    ...addresses.map(
      (address) => [address, `${JSON.stringify(jsonSchema(address), null, 2)}\n`] as const,
    ),
  ]);
}

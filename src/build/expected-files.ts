/** What a whole site has: looked for before a build takes the place of the one before. */
import { readdirSync } from 'node:fs';
import { fileOf } from '../base/page-files.ts';
import { PORT_COUNT } from '../base/ranges.ts';
import type { Atlas } from '../facts/atlas/atlas.ts';
import { portCardAddress } from '../words/card-address.ts';

/** Each made by another step of the build. */
const SINGLE = [
  ...['index.html', '404.html', 'about.html', 'search.html', 'services.html', 'changes.html'],
  ...['choose.html', 'lookup.html', 'faq.html', 'guides.html', 'range/0-999.html'],
  ...['ports.json', 'ports.csv', 'services.json', 'lookup-data.json', 'changes.xml', 'new.xml'],
  ...['chart.png', 'robots.txt', 'sitemap.xml', 'pagefind/pagefind.js', 'opensearch.xml'],
  ...['_headers', '_redirects', '.names.json'],
];

/** @returns the files of the site that the folder lacks */
export function missingFiles(
  folder: string,
  atlas: Pick<Atlas, 'authored' | 'documented'>,
): string[] {
  const there = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      name.replaceAll('\\', '/'),
    ),
  );
  return expectedFiles(atlas).filter((name) => !there.has(name));
}

function expectedFiles(atlas: Pick<Atlas, 'authored' | 'documented'>): string[] {
  return [
    ...SINGLE,
    ...Array.from({ length: PORT_COUNT }, (_, port) => `${fileOf(port)}.html`),
    ...atlas.documented().flatMap((port) => [`${port}.json`, `${port}.txt`]),
    ...[...atlas.authored()].map((port) => portCardAddress(port).slice(1)),
  ];
}

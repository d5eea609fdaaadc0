/** Where content/ is: looked for upwards from this file, since a bundle may have moved it into a build folder. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export function contentDir(name: 'registry' | 'ports' | 'guides' | 'locales'): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, 'content', 'registry'))) {
    const parent = dirname(dir);
    if (parent === dir) throw new Error('content/registry is in no folder above this file');
    dir = parent;
  }
  return join(dir, 'content', name);
}

/**
 * Gives the search box what it must know before anything is fetched: which ports are documented, and
 * the names of the most wanted. The box imports it as 'virtual:portolan/known'; it is computed here,
 * from the atlas, when the script is bundled.
 */
import type { AstroIntegration } from 'astro';
import { openAtlas } from '../facts/atlas/atlas.ts';
import { writePorts } from '../features/search/documented.ts';
import { wantedNames } from '../features/search/wanted-names.ts';

const NAME = 'virtual:portolan/known';
/** The zero byte tells other plugins that this is no file. */
const ID = `\0${NAME}`;

export function search(): AstroIntegration {
  let code: string | undefined;
  return {
    name: 'portolan-search',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'portolan-search',
                resolveId: (id) => (id === NAME ? ID : undefined),
                load: (id) => {
                  if (id !== ID) return undefined;
                  code ??= knownModule();
                  return code;
                },
              },
            ],
          },
        });
      },
    },
  };
}

function knownModule(): string {
  const atlas = openAtlas();
  const authored = [...atlas.authored()].map((port) => atlas.port(port));
  return [
    `export const documented = ${JSON.stringify(writePorts(atlas.documented()))};`,
    `export const names = ${JSON.stringify(wantedNames(authored))};`,
  ].join('\n');
}

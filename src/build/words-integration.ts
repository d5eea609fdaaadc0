/**
 * Gives the browser the words of a port's page: one script for each language, compiled, fetched only
 * by who reads that language. 'virtual:portolan/words' knows how to fetch each. The list of the
 * languages is put into the scripts as it was read.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { LOCALES } from '../base/languages.ts';
import { wordsOf } from '../words/locales/site-words.ts';
import { missingWords } from '../words/page/missing.ts';

const NAME = 'virtual:portolan/words';
/** Parts of English that scripts say before any other language is fetched. */
const ENGLISH = 'virtual:portolan/english/';
/** The zero byte tells other plugins that this is no file. */
const ID = `\0${NAME}`;
/** Reads the files of the languages; a browser cannot, and gets what was read. */
const LIST = fileURLToPath(new URL('../base/locale-files.ts', import.meta.url));

export function words(): AstroIntegration {
  const plugin = {
    name: 'portolan-words',
    resolveId: (id: string) =>
      id.startsWith(NAME) || id.startsWith(ENGLISH) ? `\0${id}` : undefined,
    load: (id: string) => {
      if (id === ID) return indexModule();
      if (id === LIST) return listModule();
      if (id.startsWith(`\0${ENGLISH}`)) return englishModule(id.slice(ENGLISH.length + 1));
      return id.startsWith(ID) ? wordsModule(id.slice(ID.length + 1)) : undefined;
    },
  };
  return {
    name: 'portolan-words',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

/** The language whose words a chunk holds; the file is named for it. */
export const languageOf = (moduleId: string | null): string | undefined =>
  moduleId?.startsWith(`${ID}/`) ? moduleId.slice(ID.length + 1) : undefined;

function indexModule(): string {
  const entries = LOCALES.map(({ code }) => `'${code}': () => import('${NAME}/${code}')`);
  return `export const words = { ${entries.join(', ')} };`;
}

/** The list as the browser gets it: a row for each language, and most need no more than two cells. */
function listModule(): string {
  const rows = LOCALES.map(({ and, code, direction, name, otherCodes, script }) => {
    const usual = script === 'Latn' && !otherCodes && !and;
    return usual ? [code, name] : [code, name, script, direction, otherCodes, and];
  });
  return `export const LOCALES = ${JSON.stringify(rows)}.map(
    ([code, name, script = 'Latn', direction = 'ltr', otherCodes, and]) =>
      ({ code, name, script, direction, otherCodes, and }));`;
}

/** What a port's page and its frame say; the texts of the front page are not among it. */
function wordsModule(code: string): string {
  const { front, page, port } = wordsOf(code);
  const { changes, dynamic, ports, registry, search, searchButton, services, skip } = front;
  const { sources, system, user } = front;
  const frame = { changes, dynamic, ports, registry, search, searchButton, services, skip };
  const words = { page, port, front: { ...frame, sources, system, user } };
  return `export default ${JSON.stringify(words)};`;
}

function englishModule(section: string): string {
  const { port } = wordsOf('en');
  const words = { frame: port.frame, share: port.share, missing: missingWords(port) };
  return `export default ${JSON.stringify(words[section as keyof typeof words])};`;
}

/** What the script knows of the ports by itself; read when the box is first used. */
import { documented, names } from 'virtual:portolan/known';
import { readPorts } from '../features/search/documented.ts';
import type { Known } from '../features/search/suggest.ts';

let read: Known | undefined;

export function knownPorts(): Known {
  read ??= {
    documented: readPorts(documented),
    names: new Map(
      names.split('|').map((entry) => {
        const [port = '', ...words] = entry.split(' ');
        return [+port, words.join(' ')];
      }),
    ),
  };
  return read;
}

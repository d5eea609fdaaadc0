/** A result in the box: the number, what is there, transports and status, why it is shown. */
import type { Hit } from '../search/hit.ts';
import { MARK } from '../search/mark.ts';
import { make } from './make.ts';

export const hitRow = ({ facts = '', href, name = '', port, why = '' }: Hit, id: string) =>
  make(
    'a',
    { href, id, role: 'option', tabIndex: -1 },
    make('b', {}, `${port ?? ''}`),
    ` ${name} `,
    make('small', {}, facts),
    make('small', {}, why.replaceAll(MARK, '')),
  );

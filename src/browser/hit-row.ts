/** The results in the box: a group of rows with the number, what is there, transports and status, why it is shown. */
import type { Hit } from '../features/search/hit.ts';
import { MARK } from '../features/search/mark.ts';
import { element } from './element.ts';

export const hitRow = ({ facts = '', href, name = '', port, why = '' }: Hit, id: string) =>
  element(
    'a',
    { href, id, role: 'option', tabIndex: -1 },
    element('b', {}, `${port ?? ''}`),
    ` ${name} `,
    element('small', {}, facts),
    element('small', {}, why.replaceAll(MARK, '')),
  );

export const hitGroup = (ariaLabel: string, rows: readonly HTMLElement[]) =>
  element(
    'div',
    { role: 'group', ariaLabel },
    element('span', { ariaHidden: 'true' }, ariaLabel),
    ...rows,
  );

/** A result: the number, the name, the status by a mark with a word, and what the port is in one line. */
import { type Hit, NOTHING } from '../features/search/hit.ts';
import { MARK } from '../features/search/mark.ts';
import { decodeState, factsOf } from '../features/search/state.ts';
import { element } from './element.ts';

/** What every row has; the box makes an option of it, the page an item of a list. */
export function hitContent(hit: Hit): (Node | string)[] {
  const { last, line, name = '', port, state, why } = hit;
  const number = port === undefined ? '' : `${port}${last === undefined ? '' : `–${last}`}`;
  const parts = [
    ...(number ? [element('b', {}, number)] : []),
    element('span', {}, name),
    ...(state ? [statusMark(state)] : []),
    element('small', {}, ...marked(line ?? why ?? '')),
    ...(why && line && line !== NOTHING ? [element('small', {}, ...marked(why))] : []),
  ];
  // A screen reader says the words one after the other, and not as one.
  return parts.flatMap((part, place) => (place > 0 ? [' ', part] : [part]));
}

const statusMark = (state: string): HTMLElement =>
  element('i', { className: `st ${decodeState(state).status}` }, factsOf(state));

/** What matches stands between two marks. */
const marked = (text: string): (Node | string)[] =>
  text.split(MARK).map((part, index) => (index % 2 ? element('mark', {}, part) : part));

export const hitRow = (hit: Hit, id: string) =>
  element('a', { href: hit.href, id, role: 'option', tabIndex: -1 }, ...hitContent(hit));

export const hitGroup = (ariaLabel: string, rows: readonly HTMLElement[]) =>
  element(
    'div',
    { role: 'group', ariaLabel },
    element('span', { ariaHidden: 'true' }, ariaLabel),
    ...rows,
  );

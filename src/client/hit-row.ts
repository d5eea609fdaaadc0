/** A result as HTML: the number, what is there, status and transports, why it is shown. */
import type { Hit } from '../search/hit.ts';
import { MARK } from '../search/mark.ts';
import { decodeState } from '../search/state.ts';

export function hitRow(hit: Hit): HTMLAnchorElement {
  const row = document.createElement('a');
  const { href, name, port, state, why } = hit;
  row.href = href;
  const add = (tag: string, ...content: (string | Node)[]) => {
    const part = document.createElement(tag);
    part.append(...content);
    row.append(part, ' ');
    return part;
  };
  if (port !== undefined) add('b', String(port));
  if (name) add('span', name);
  if (state) {
    const { status, transports } = decodeState(state);
    add('span', status.replace('-assigned', ' assigned')).className = `st ${status}`;
    add('small', transports.join(', ').toUpperCase());
  }
  if (why) add('small', ...marked(why));
  return row;
}

/** Every second part stands between two marks. */
const marked = (text: string) =>
  text.split(MARK).map((part, index) => {
    const mark = document.createElement('mark');
    mark.textContent = part;
    return index % 2 ? mark : part;
  });

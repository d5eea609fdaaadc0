/** What the page /choose shows of an answer. */
import type { Passage, Pick, ToldAnswer, ToldCheck } from '../features/choose/tell.ts';
import { copyButton } from './choose-copy.ts';
import { make } from './make.ts';

const link = (port: number) => make('a', { href: `/${port}` }, `${port}`);
const items = (texts: readonly string[]) => texts.map((text) => make('li', {}, text));

export function answerParts({ gains, passedOver, picks, shared }: ToldAnswer): HTMLElement[] {
  return [
    ...(picks.length > 0 ? [make('ol', { className: 'picks' }, ...picks.map(pickItem))] : []),
    ...(shared.length > 0
      ? [make('p', {}, 'Each of them:'), make('ul', {}, ...items(shared))]
      : []),
    ...folded(passedOver),
    ...folded(gains),
  ];
}

function pickItem({ documentation, last, name, port, reasons }: Pick): HTMLLIElement {
  const number = make('b', {}, link(port), ...(last === port ? [] : [' to ', link(last)]));
  return make(
    'li',
    {},
    number,
    ...(reasons.length > 0 ? [make('span', {}, reasons.join(' '))] : []),
    textToCopy(name, documentation),
  );
}

function textToCopy(name: string, text: string): HTMLDetailsElement {
  const code = make('code', {}, text);
  return make(
    'details',
    {},
    make(
      'summary',
      {},
      'For your documentation',
      make('span', { className: 'unseen' }, `: ${name}`),
    ),
    make(
      'pre',
      { className: 'prose' },
      code,
      copyButton('Copy', () => text, 'copy'),
    ),
  );
}

function folded({ items: texts, title }: Passage): HTMLElement[] {
  if (texts.length === 0) return [];
  return [make('details', {}, make('summary', {}, title), make('ul', {}, ...items(texts)))];
}

export function checkParts(told: ToldCheck): HTMLElement[] {
  const { answer, better, documentation, level, port, reasons } = told;
  const others = better.flatMap((other, at) => (at === 0 ? [link(other)] : [', ', link(other)]));
  return [
    make('p', {}, link(port), ': ', make('b', { className: `level ${level}` }, answer)),
    make('ul', {}, ...items(reasons)),
    ...(others.length > 0 ? [make('p', {}, 'Nearest good ports: ', ...others, '.')] : []),
    ...(documentation === undefined ? [] : [textToCopy(`${port}`, documentation)]),
  ];
}

/** What the page /choose shows of an answer. */
import type { Checked } from '../features/choose/check-text.ts';
import type { Passage, Pick, ShownAnswer, ShownCheck } from '../features/choose/present.ts';
import { copyButton } from './choose-copy.ts';
import { element } from './element.ts';

const link = (port: number) => element('a', { href: `/${port}` }, `${port}`);
const items = (texts: readonly string[]) => texts.map((text) => element('li', {}, text));

export function answerParts({ gains, passedOver, picks, shared }: ShownAnswer): HTMLElement[] {
  return [
    ...(picks.length > 0 ? [element('ol', { className: 'picks' }, ...picks.map(pickItem))] : []),
    ...(shared.length > 0
      ? [element('p', {}, 'Each of them:'), element('ul', {}, ...items(shared))]
      : []),
    ...folded(passedOver),
    ...folded(gains),
  ];
}

function pickItem({ documentation, last, name, port, reasons }: Pick): HTMLLIElement {
  const number = element('b', {}, link(port), ...(last === port ? [] : [' to ', link(last)]));
  return element(
    'li',
    {},
    number,
    ...(reasons.length > 0 ? [element('span', {}, reasons.join(' '))] : []),
    ...(documentation === '' ? [] : [textToCopy(name, documentation)]),
  );
}

function textToCopy(name: string, text: string): HTMLDetailsElement {
  const code = element('code', {}, text);
  return element(
    'details',
    {},
    element(
      'summary',
      {},
      'For your documentation',
      element('span', { className: 'unseen' }, `: ${name}`),
    ),
    element(
      'pre',
      { className: 'prose' },
      code,
      copyButton('Copy', () => text, 'copy'),
    ),
  );
}

function folded({ items: texts, title }: Passage): HTMLElement[] {
  if (texts.length === 0) return [];
  return [
    element('details', {}, element('summary', {}, title), element('ul', {}, ...items(texts))),
  ];
}

/** One by one, or counted together where they are many; or what would have been understood. */
export function checkedParts({ checks, fault, span }: Checked): (HTMLElement | string)[] {
  if (fault !== undefined) return [fault];
  if (span)
    return [element('p', {}, element('b', {}, span.name)), element('ul', {}, ...items(span.items))];
  return checks.flatMap(checkParts);
}

function checkParts({ answers, better, documentation, port, reasons }: ShownCheck): HTMLElement[] {
  const others = better.flatMap((other, at) => (at === 0 ? [link(other)] : [', ', link(other)]));
  return [
    element('h3', {}, 'Port ', link(port)),
    ...answers.map(({ level, question, text }) =>
      element('p', {}, `${question} `, element('b', { className: `level ${level}` }, text)),
    ),
    element('ul', {}, ...items(reasons)),
    ...(others.length > 0 ? [element('p', {}, 'Good ports near by: ', ...others, '.')] : []),
    ...(documentation === undefined ? [] : [textToCopy(`${port}`, documentation)]),
  ];
}

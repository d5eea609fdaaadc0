/** portolan --free: the page /choose, in the terminal. */

import { absolute } from '../base/site-address.ts';
import { readCriteria, SWITCHES } from '../features/choose/criteria.ts';
import { presentAnswer, type ShownAnswer } from '../features/choose/present.ts';
import { newSeed } from '../features/choose/seed.ts';
import { portJson } from '../features/exports/port-json.ts';
import type { PortIndex } from '../package/open-index.ts';
import { theIndex } from '../package/stored-index.ts';
import { wrap } from '../words/prose/wrap.ts';
import { UsageError } from './arguments.ts';
import type { FreeValues } from './portolan-free-options.ts';
import type { Printing } from './portolan-ports.ts';

const NUMBERS_AND_WORDS = ['near', 'count', 'block', 'systems', 'seed'] as const;

export function printFree(
  values: FreeValues,
  { json, width }: Pick<Printing, 'json' | 'width'>,
): void {
  const params = paramsOf(values);
  const [fault] = readCriteria(params).faults;
  if (fault) throw new UsageError(`--${fault.key}: ${fault.text}`);
  const index = theIndex();
  const told = presentAnswer(params, index.choice());
  console.log(json ? JSON.stringify(forPrograms(told, index), null, 2) : forPeople(told, width));
  if (told.picks.length === 0) process.exitCode = 1;
}

function paramsOf(values: FreeValues): URLSearchParams {
  const params = new URLSearchParams({ seed: newSeed() });
  for (const key of NUMBERS_AND_WORDS) {
    const value = values[key];
    if (value === '') throw new UsageError(`--${key}: a value is missing`);
    if (value !== undefined) params.set(key, String(value));
  }
  for (const key of SWITCHES) if (values[key]) params.set(key, 'yes');
  return params;
}

function forPeople(
  { gains, passedOver, picks, shared, sum, criteria }: ShownAnswer,
  columns: number,
): string {
  const [first] = picks;
  const width = Math.max(...picks.map(({ name }) => name.length)) + 2;
  const part = (title: string, texts: readonly string[]) =>
    texts.length > 0
      ? [
          '',
          ...wrap(title, '', '', columns),
          ...texts.flatMap((text) => wrap(`- ${text}`, '    ', '  ', columns)),
        ]
      : [];
  return [
    ...picks.flatMap(({ name, reasons }) =>
      wrap(reasons.join(' '), ' '.repeat(width), name.padEnd(width), columns).map((line) =>
        line.trimEnd(),
      ),
    ),
    ...part('Each of them', shared),
    ...(first ? [''] : []),
    ...wrap(sum, '', '', columns),
    ...part(passedOver.title, passedOver.items),
    ...part(gains.title, gains.items),
    ...(first?.documentation ? part('For your documentation', [first.documentation]) : []),
    ...(criteria.near === undefined ? ['', `The same again: --seed ${criteria.seed}`] : []),
  ].join('\n');
}

/** Each as the document of its port, as for any other port, and with it why it was chosen. */
function forPrograms({ address, picks, shared }: ShownAnswer, { port, sources }: PortIndex) {
  return picks.map(({ documentation, last, pattern, port: first, reasons }) => ({
    ...portJson(port(first), sources),
    chosen: {
      last,
      pattern: pattern ?? null,
      reasons: [...reasons, ...shared],
      documentation,
      page: absolute(`/choose?${address}`),
    },
  }));
}

/** What somebody wants of a port, and how that is written into an address or on a command line. */
import { PORT_COUNT } from '../../base/ranges.ts';

export interface Criteria {
  near: number | undefined;
  count: number;
  /** So many consecutive ports each time. */
  block: number;
  memorable: boolean;
  /** For one's own machine or network, and not as the default of a program that is published. */
  own: boolean;
  /** Whose outgoing connections may not have the port. */
  systems: SystemChoice;
  /** Allow what a new program had better keep away from. */
  privileged: boolean;
  refused: boolean;
  listed: boolean;
  /** Decides what is drawn where no number is near. */
  seed: string;
}

export const SYSTEM_CHOICES = ['common', 'every', 'any'] as const;
type SystemChoice = (typeof SYSTEM_CHOICES)[number];

/** The least and the most of each number. */
const LIMITS = {
  near: { least: 0, most: PORT_COUNT - 1 },
  count: { least: 1, most: 50 },
  block: { least: 1, most: 1000 },
} as const;
type NumberKey = keyof typeof LIMITS;

export const SWITCHES = ['own', 'memorable', 'privileged', 'refused', 'listed'] as const;

const LONGEST_SEED = 64;

export const NO_CRITERIA: Criteria = {
  near: undefined,
  count: 5,
  block: 1,
  memorable: false,
  own: false,
  systems: 'common',
  privileged: false,
  refused: false,
  listed: false,
  seed: '',
};

export interface Fault {
  key: string;
  /** What would be right, to be read after the key. */
  text: string;
}

/** The criteria in an address, and what in it cannot be; there the usual is put instead. */
export function readCriteria(params: URLSearchParams): { criteria: Criteria; faults: Fault[] } {
  const faults: Fault[] = [];
  const number = (key: NumberKey): number | undefined => {
    const text = params.get(key)?.trim() ?? '';
    const { least, most } = LIMITS[key];
    if (text === '') return undefined;
    if (/^\d{1,5}$/.test(text) && +text >= least && +text <= most) return +text;
    faults.push({ key, text: `'${text}' is no whole number from ${least} to ${most}` });
    return undefined;
  };
  const on = (key: (typeof SWITCHES)[number]): boolean => {
    const text = params.get(key) ?? 'no';
    if (text !== 'yes' && text !== 'no') faults.push({ key, text: `'${text}' is not yes or no` });
    return text === 'yes';
  };
  const systems = params.get('systems') ?? NO_CRITERIA.systems;
  const choice = SYSTEM_CHOICES.find((one) => one === systems);
  if (!choice)
    faults.push({
      key: 'systems',
      text: `'${systems}' is not one of ${SYSTEM_CHOICES.join(', ')}`,
    });
  const seed = params.get('seed')?.trim() ?? '';
  if (seed.length > LONGEST_SEED)
    faults.push({ key: 'seed', text: `is longer than ${LONGEST_SEED} characters` });
  const criteria: Criteria = {
    near: number('near'),
    count: number('count') ?? NO_CRITERIA.count,
    block: number('block') ?? NO_CRITERIA.block,
    memorable: on('memorable'),
    own: on('own'),
    systems: choice ?? NO_CRITERIA.systems,
    privileged: on('privileged'),
    refused: on('refused'),
    listed: on('listed'),
    seed: seed.slice(0, LONGEST_SEED),
  };
  return { criteria, faults };
}

/** Only what differs from the usual; the seed only where it decides something. */
export function writeCriteria(criteria: Criteria): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of ['near', 'count', 'block', 'systems'] as const) {
    if (criteria[key] !== NO_CRITERIA[key]) params.set(key, String(criteria[key]));
  }
  for (const key of SWITCHES) if (criteria[key]) params.set(key, 'yes');
  if (criteria.near === undefined && criteria.seed !== '') params.set('seed', criteria.seed);
  return params;
}

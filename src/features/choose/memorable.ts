/**
 * How easily the digits of a port are remembered. The patterns below are tried on the number as it
 * is written; the best that fits gives the points, and a number that fits none has 0.
 */
export interface Pattern {
  points: number;
  /** What the digits do, to stand after 'digits that'. */
  name: string;
  example: number;
  fits(digits: string): boolean;
}

/** The number as steps from digit to digit: '2468' is 2, 2, 2. */
const steps = (digits: string) =>
  [...digits].slice(1).map((digit, at) => Number(digit) - Number(digits[at]));

const turned = (digits: string) => [...digits].reverse().join('');

export const PATTERNS: readonly Pattern[] = [
  { points: 6, name: 'are all the same', example: 7777, fits: (d) => /^(\d)\1{2,}$/.test(d) },
  {
    points: 5,
    name: 'count up or down in equal steps',
    example: 23456,
    fits: (digits) => {
      const [first = 0, ...others] = steps(digits);
      return digits.length > 3 && first !== 0 && others.every((step) => step === first);
    },
  },
  { points: 4, name: 'make a round thousand', example: 28000, fits: (d) => /^\d+000$/.test(d) },
  {
    points: 4,
    name: 'take turns, two of them',
    example: 27272,
    fits: (digits) => /^(\d)(\d)(\1\2)+\1?$/.test(digits),
  },
  {
    points: 3,
    name: 'are the same three times or more at one end',
    example: 25777,
    fits: (digits) => /^(\d)\1\1|(\d)\2\2$/.test(digits) && digits.length > 3,
  },
  {
    points: 3,
    name: 'read the same backwards',
    example: 24642,
    fits: (digits) => digits.length > 3 && digits === turned(digits),
  },
  {
    points: 2,
    name: 'are doubled, two pairs of them',
    example: 22744,
    fits: (digits) => /(\d)\1\d?(\d)\2/.test(digits),
  },
  { points: 1, name: 'make a round hundred', example: 27400, fits: (d) => /^\d+00$/.test(d) },
];

/** The best pattern that the number fits. */
export function patternOf(port: number): Pattern | undefined {
  const digits = String(port);
  return PATTERNS.find(({ fits }) => fits(digits));
}

export const memorability = (port: number): number => patternOf(port)?.points ?? 0;

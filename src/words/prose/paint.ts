/** Colours for a terminal, and how wide it is. */

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
} as const;

export type Paint = (style: keyof typeof CODES, text: string) => string;

export const plain: Paint = (_style, text) => text;

const colours: Paint = (style, text) => {
  const [on, off] = CODES[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
};

interface Screen {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** https://no-color.org: whatever it says, unless it is empty. */
export function paintFor({ isTTY }: Screen, { NO_COLOR, TERM }: Environment): Paint {
  return isTTY && !NO_COLOR && TERM !== 'dumb' ? colours : plain;
}

const NARROWEST = 40;
const WIDEST = 120;
const USUAL = 80;

/** What is piped has 80 columns, unless COLUMNS says otherwise. */
export function widthOf({ columns }: Screen, { COLUMNS }: Environment): number {
  const told = columns || Number(COLUMNS) || USUAL;
  return Math.min(WIDEST, Math.max(NARROWEST, Math.floor(told)));
}

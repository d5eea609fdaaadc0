/**
 * How much the readers of a page were let down, from 0 to 1: the lower end of Wilson's interval for
 * the share of those who were (E. B. Wilson, 1927), which is the share as far as so few answers can
 * prove it. One of one proves little (0.21), forty of fifty much (0.67).
 */
import type { Face } from '../base/feedback-values.ts';

const LET_DOWN: Readonly<Record<Face, number>> = { yes: 0, partly: 0.5, no: 1 };

/** For 95%. */
const Z = 1.96;

export type Faces = Record<Face, number>;

export function score(faces: Faces): number {
  const total = faces.yes + faces.partly + faces.no;
  if (total === 0) return 0;
  const share = (faces.partly * LET_DOWN.partly + faces.no * LET_DOWN.no) / total;
  const square = (Z * Z) / total;
  const middle = share + square / 2;
  const spread = Z * Math.sqrt((share * (1 - share)) / total + square / (4 * total));
  return Math.max(0, (middle - spread) / (1 + square));
}

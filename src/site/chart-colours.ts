/** The colours of the chart: drawn at build time, and read back by the chart's filter. */
import type { Status } from '../atlas/record.ts';

/** Mid tones that stand out on paper and on deep sea alike; told apart by the colour-blind as well. */
export const CHART_COLOURS: Record<Status, readonly [number, number, number]> = {
  assigned: [15, 109, 176],
  unassigned: [214, 206, 186],
  reserved: [125, 74, 158],
  'de-registered': [209, 84, 20],
  'never-assigned': [143, 138, 124],
  dynamic: [111, 184, 160],
};

/** The colours of the chart (red, green, blue, alpha): drawn at build time, and read back by the chart's filter. */
import type { Status } from '../facts/atlas/record.ts';

/**
 * Mid tones that stand out on paper and on deep sea alike, told apart by the colour-blind as well.
 * Unassigned ports are left open: the sheet below shows through, by day and by night.
 */
export const CHART_COLOURS: Record<Status, readonly [number, number, number, number]> = {
  assigned: [24, 119, 190, 255],
  unassigned: [0, 0, 0, 0],
  reserved: [160, 96, 196, 255],
  'de-registered': [224, 96, 24, 255],
  'never-assigned': [143, 138, 124, 255],
  dynamic: [62, 158, 130, 255],
};

/** The chart of all ports: 256 by 256, a pixel a port, coloured by status. */
import sharp from 'sharp';
import { PORT_COUNT } from '../atlas/ranges.ts';
import type { Status } from '../atlas/record.ts';

export const CHART_SIDE = 256;

/** Mid tones that stand out on paper and on deep sea alike; told apart by the colour-blind as well. */
export const CHART_COLOURS: Record<Status, readonly [number, number, number]> = {
  assigned: [15, 109, 176],
  unassigned: [214, 206, 186],
  reserved: [125, 74, 158],
  'de-registered': [209, 84, 20],
  'never-assigned': [143, 138, 124],
  dynamic: [111, 184, 160],
};

export async function chartImage(statuses: readonly Status[]): Promise<Buffer> {
  const pixels = Buffer.alloc(PORT_COUNT * 3);
  statuses.forEach((status, port) => {
    pixels.set(CHART_COLOURS[status], port * 3);
  });
  const raw = { width: CHART_SIDE, height: CHART_SIDE, channels: 3 } as const;
  return sharp(pixels, { raw }).png({ palette: true, colours: 8, dither: 0, compressionLevel: 9, effort: 10 }).toBuffer();
}

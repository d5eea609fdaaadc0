/** The chart of all ports: 256 by 256, a pixel a port, coloured by status. */
import sharp from 'sharp';
import { PORT_COUNT } from '../base/ranges.ts';
import type { Status } from '../facts/atlas/record.ts';
import { CHART_COLOURS } from '../site/chart-colours.ts';

const CHART_SIDE = 256;

export async function chartImage(statuses: readonly Status[]): Promise<Buffer> {
  const pixels = Buffer.alloc(PORT_COUNT * 4);
  statuses.forEach((status, port) => {
    pixels.set(CHART_COLOURS[status], port * 4);
  });
  const raw = { width: CHART_SIDE, height: CHART_SIDE, channels: 4 } as const;
  return sharp(pixels, { raw })
    .png({ palette: true, colours: 8, dither: 0, compressionLevel: 9, effort: 10 })
    .toBuffer();
}

/**
 * Which ports have pages that Astro renders. The build asks it for those that have a story, and fills a
 * frame for the others.
 */
import { PORT_COUNT } from '../base/ranges.ts';

/** Set by the build: the pages of the authored ports, and the frame. */
const FRAME = 'PORTOLAN_FRAME';
/** A few ports, whichever they are. */
const ONLY = 'PORTOLAN_ONLY';

export const askForFrame = (): void => {
  process.env[FRAME] = '1';
};

export const frameIsAskedFor = (): boolean => Boolean(process.env[FRAME]);

export function renderedPorts(authored: ReadonlySet<number>): number[] {
  const only = process.env[ONLY];
  if (only) return only.split(',').map(Number);
  return frameIsAskedFor() ? [...authored] : Array.from({ length: PORT_COUNT }, (_, port) => port);
}

/** Which ports this process builds: one core each, so the ports are split over two builds. */
import { PORT_COUNT } from '../base/ranges.ts';

export interface Shard {
  index: number;
  count: number;
}

/** '1/2' is the second of two; without the variable, one build makes everything. */
export function currentShard(): Shard {
  const match = /^(\d+)\/(\d+)$/.exec(process.env.PORTOLAN_SHARD ?? '0/1');
  return { index: Number(match?.[1] ?? 0), count: Number(match?.[2] ?? 1) };
}

/**
 * The first build makes every authored page and everything that is not a port page. It also starts
 * earlier than the second, and so gets as many plain ports.
 */
export function portsOf(shard: Shard, authored: ReadonlySet<number>): number[] {
  const all = Array.from({ length: PORT_COUNT }, (_, port) => port);
  const only = process.env.PORTOLAN_ONLY;
  if (only) return only.split(',').map(Number);
  if (shard.count === 1) return all;
  return all.filter((port) =>
    authored.has(port) ? shard.index === 0 : port % shard.count === shard.index,
  );
}

export const isMainShard = () => currentShard().index === 0;

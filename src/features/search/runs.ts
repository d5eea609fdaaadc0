/** Neighbours of one name as one row: the 64 ports of X11, the nine of BitTorrent. */
import type { Hit } from './hit.ts';

export function foldRuns(hits: readonly Hit[]): Hit[] {
  const byPort = new Map<number, Hit>();
  for (const hit of hits) if (hit.port !== undefined) byPort.set(hit.port, hit);
  const inside = new Set<Hit>();
  const isSame = (a: Hit, b: Hit | undefined): b is Hit =>
    b !== undefined && a.group === b.group && a.name !== undefined && a.name === b.name;
  return hits.flatMap((hit) => {
    if (hit.port === undefined) return [hit];
    if (inside.has(hit)) return [];
    let low = hit.port;
    let high = hit.port;
    while (isSame(hit, byPort.get(low - 1))) low--;
    while (isSame(hit, byPort.get(high + 1))) high++;
    if (low === high) return [hit];
    for (let port = low; port <= high; port++) inside.add(byPort.get(port) as Hit);
    const first = byPort.get(low) as Hit;
    return [{ ...first, last: high }];
  });
}

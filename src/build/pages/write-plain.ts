/** The pages of the ports without a story: each is made of its record and put into the frame. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf } from '../../base/page-files.ts';
import type { Atlas } from '../../facts/atlas/atlas.ts';
import { portPage } from '../../site/port-page.ts';
import { frameFiller } from './fill-frame.ts';
import { type Counters, countOne, takeSome } from './share.ts';

export interface PlainPages {
  folder: string;
  frame: string;
  counters: Counters;
}

/** Takes ports until none is left; stops after each share, so that the thread can do something else. */
export function* writePlainPages(
  { counters, folder, frame }: PlainPages,
  atlas: Atlas,
): Generator<void> {
  const fill = frameFiller(frame);
  const authored = atlas.authored();
  for (let share = takeSome(counters); share; share = takeSome(counters)) {
    const [low, end] = share;
    for (let port = low; port < end; port++) {
      if (authored.has(port)) continue;
      const html = fill(portPage(atlas.port(port), atlas));
      writeFileSync(join(folder, `${fileOf(port)}.html`), html);
      countOne(counters);
    }
    yield;
  }
}

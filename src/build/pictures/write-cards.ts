/** Every picture of the site into its folder; one that is drawn as before is taken from the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from '../../base/folders.ts';
import { writeWhole } from '../../base/write-whole.ts';
import type { Atlas } from '../../facts/atlas/atlas.ts';
import { portCardAddress, SITE_CARD, statusCardAddress } from '../../words/card-address.ts';
import { siteCard, statusCard } from './chart-card.ts';
import { portCard } from './port-card.ts';

const CACHE = join(ROOT, 'node_modules/.cache/portolan-cards');

/**
 * Sixteen colours are half a byte a pixel, and enough for ink on paper; more effort saves 3% and
 * costs half as long again.
 */
const PNG = { palette: true, colours: 16, dither: 0, compressionLevel: 6, effort: 1 } as const;

/** Half of the time for a picture is spent off this thread. */
const AT_ONCE = 4;

/** As much of the atlas as is drawn. */
export type Drawn = Pick<Atlas, 'authored' | 'port' | 'sources' | 'statuses'>;

export async function writeCards(folder: string, atlas: Drawn, cache = CACHE): Promise<number> {
  mkdirSync(cache, { recursive: true });
  const cards = [...cardsOf(atlas)];
  const used = new Set<string>();
  const waiting = cards.values();
  const work = async () => {
    for (const [address, draw] of waiting) {
      const svg = draw();
      const name = nameFor(svg);
      used.add(name);
      const kept = join(cache, name);
      // Whole or not at all: what is kept is not looked at again.
      if (!existsSync(kept)) writeWhole(kept, await sharp(Buffer.from(svg)).png(PNG).toBuffer());
      const file = join(folder, address);
      mkdirSync(dirname(file), { recursive: true });
      await copyFile(kept, file);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const name of readdirSync(cache)) if (!used.has(name)) rmSync(join(cache, name));
  return cards.length;
}

/** Each address, and how to draw what is there. */
function* cardsOf(atlas: Drawn): Generator<[address: string, draw: () => string]> {
  const statuses = atlas.statuses();
  const date = atlas.sources.get('iana')?.date ?? '';
  yield [SITE_CARD, () => siteCard(statuses, date)];
  for (const status of new Set(statuses)) {
    yield [statusCardAddress(status), () => statusCard(status, statuses, date)];
  }
  for (const port of atlas.authored()) {
    yield [portCardAddress(port), () => portCard(atlas.port(port), statuses, date)];
  }
}

/** The same drawing may come out otherwise of another version of what draws it. */
const nameFor = (svg: string) =>
  `${createHash('sha256')
    .update(JSON.stringify([PNG, sharp.versions]))
    .update(svg)
    .digest('hex')
    .slice(0, 32)}.png`;

/** The address of everything, in one place. */
import { LAST_PORT, PORT_COUNT } from './ranges.ts';

const BLOCK_SIZE = 1000;

export const portAddress = (port: number) => `/${port}`;

export interface Block {
  low: number;
  high: number;
}

export function blockOf(port: number): Block {
  const low = Math.floor(port / BLOCK_SIZE) * BLOCK_SIZE;
  return { low, high: Math.min(low + BLOCK_SIZE - 1, LAST_PORT) };
}

export const blocks: readonly Block[] = Array.from(
  { length: Math.ceil(PORT_COUNT / BLOCK_SIZE) },
  (_, index) => blockOf(index * BLOCK_SIZE),
);

export const blockName = ({ low, high }: Block) => `${low}-${high}`;
export const blockAddress = (block: Block) => `/range/${blockName(block)}`;

export const SITEMAP_ADDRESS = '/sitemap.xml';

export const guideAddress = (slug: string) => `/guides/${slug}`;

/** The page of a letter under /services; names that begin with a digit share one. */
export const letterAddress = (letter: string) => `/services/${letter}`;
export const letterOf = (name: string) =>
  /^[a-z]/i.test(name) ? name.charAt(0).toLowerCase() : '0-9';

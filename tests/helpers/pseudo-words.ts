/** English made hard to fit: marks above and below the letters, half as long again, from right to left. */
import type { Compiled, CompiledTree, Part } from '../../src/words/locales/compiled.ts';

const TILDE = '\u0303';
const OVERRIDE = '\u202e';
const END = '\u202c';

export function pseudoWords<Tree>(tree: CompiledTree<Tree>): CompiledTree<Tree> {
  return Object.fromEntries(
    Object.entries(tree as object).map(([key, value]) => [
      key,
      typeof value === 'string' || Array.isArray(value) ? pseudo(value) : pseudoWords(value),
    ]),
  ) as CompiledTree<Tree>;
}

function pseudo(message: Compiled): Compiled {
  return typeof message === 'string' ? longer(message) : message.map(pseudoPart);
}

function pseudoPart(part: Part): Part {
  if (typeof part === 'string') return longer(part);
  const [name, plural] = part;
  if (!plural) return part;
  return [
    name,
    Object.fromEntries(
      Object.entries(plural).map(([form, parts]) => [form, parts.map(pseudoPart)]),
    ),
  ];
}

/** Every second word is said twice. */
function longer(text: string): string {
  const words = text.split(' ').map((word, index) => (index % 2 === 1 ? `${word} ${word}` : word));
  return OVERRIDE + words.join(' ').replaceAll(/[a-z]/gi, (letter) => letter + TILDE) + END;
}

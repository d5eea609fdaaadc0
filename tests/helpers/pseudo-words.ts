/** English made hard to fit: marks above and below the letters, half as long again, from right to left. */
import type { CompiledTree } from '../../src/words/locales/compiled.ts';
import { changeWords } from './change-words.ts';

const TILDE = '\u0303';
const OVERRIDE = '\u202e';
const END = '\u202c';

export const pseudoWords = <Tree>(tree: CompiledTree<Tree>): CompiledTree<Tree> =>
  changeWords(tree, longer);

/** Every second word is said twice. */
function longer(text: string): string {
  const words = text.split(' ').map((word, index) => (index % 2 === 1 ? `${word} ${word}` : word));
  return OVERRIDE + words.join(' ').replaceAll(/[a-z]/gi, (letter) => letter + TILDE) + END;
}

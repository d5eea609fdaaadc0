/** The messages of a language with each of their own texts changed; placeholders and forms stay. */
import type { Compiled, CompiledTree, Part } from '../../src/words/locales/compiled.ts';

type Change = (text: string) => string;

export function changeWords<Tree>(tree: CompiledTree<Tree>, change: Change): CompiledTree<Tree> {
  return Object.fromEntries(
    Object.entries(tree as object).map(([key, value]) => [
      key,
      typeof value === 'string' || Array.isArray(value)
        ? changeMessage(value, change)
        : changeWords(value, change),
    ]),
  ) as CompiledTree<Tree>;
}

const changeMessage = (message: Compiled, change: Change): Compiled =>
  typeof message === 'string' ? change(message) : message.map((part) => changePart(part, change));

function changePart(part: Part, change: Change): Part {
  if (typeof part === 'string') return change(part);
  const [name, forms] = part;
  if (!forms) return part;
  const changed = Object.entries(forms).map(([form, parts]) => [
    form,
    parts.map((each) => changePart(each, change)),
  ]);
  return [name, Object.fromEntries(changed)];
}

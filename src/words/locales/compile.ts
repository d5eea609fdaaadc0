/** ICU messages to the small form that the browser formats; runs at build time only. */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Compiled, CompiledTree, Part } from './compiled.ts';

export function compileTree<Tree extends object>(tree: Tree): CompiledTree<Tree> {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? compileMessage(value) : compileTree(value as object),
    ]),
  ) as CompiledTree<Tree>;
}

export function compileMessage(message: string): Compiled {
  const parts = compileParts(parse(message), undefined);
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}

/** `counted` is the argument that '#' stands for, inside a plural. */
function compileParts(elements: MessageFormatElement[], counted: string | undefined): Part[] {
  return elements.map((element): Part => {
    switch (element.type) {
      case TYPE.literal:
        return element.value;
      case TYPE.argument:
        return [element.value];
      case TYPE.pound:
        return [counted ?? ''];
      case TYPE.select:
      case TYPE.plural:
        return [
          element.value,
          Object.fromEntries(
            Object.entries(element.options).map(([form, { value }]) => [
              form,
              compileParts(value, element.type === TYPE.plural ? element.value : counted),
            ]),
          ),
        ];
      default:
        throw new Error('messages use placeholders, plurals and selections only');
    }
  });
}

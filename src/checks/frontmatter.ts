/** The YAML between the two '---' lines of a page, with the line of the file on which each value stands. */
import { load, YAMLException } from 'js-yaml';
import { isCollection, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';

export type Path = readonly (string | number)[];

export interface FrontMatter {
  /** Undefined where there is none, or where it does not parse. */
  value: unknown;
  /** What keeps it from being read, with the line. */
  errors: { line: number; message: string }[];
  /** The line of the value at this path, or of the nearest one above it that is there. */
  lineOf: (path: Path) => number;
  /** Where the body begins in the file: the character, and the line. */
  bodyOffset: number;
  bodyLine: number;
}

/** A byte order mark is a finding of its own (rules/characters.ts). */
const FENCED = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

export function readFrontMatter(text: string): FrontMatter {
  const match = FENCED.exec(text);
  if (!match) {
    const message = "no frontmatter; begin with a line '---', then the YAML, then another '---'";
    const errors = [{ line: 1, message }];
    return { value: undefined, errors, lineOf: () => 1, bodyOffset: 0, bodyLine: 1 };
  }
  const block = match[1] ?? '';
  // js-yaml is what Astro and the atlas read the page with, so its values count; but only the
  // other parser can tell where each of them stands.
  const { value, errors } = parse(block);
  let lineOf: FrontMatter['lineOf'] | undefined;
  return {
    value,
    errors,
    lineOf: (path) => {
      // Only when a line is asked for: on a good page nobody does.
      lineOf ??= lineFinder(block);
      return lineOf(path);
    },
    bodyOffset: match[0].length,
    bodyLine: match[0].split('\n').length,
  };
}

function parse(block: string): Pick<FrontMatter, 'value' | 'errors'> {
  try {
    return { value: load(block), errors: [] };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const message = `the YAML does not parse: ${error.reason}`;
    return { value: undefined, errors: [{ line: (error.mark?.line ?? 0) + 2, message }] };
  }
}

function lineFinder(block: string): FrontMatter['lineOf'] {
  const counter = new LineCounter();
  const root = parseDocument(block, { lineCounter: counter }).contents as Node | null;
  // One more for the '---' above.
  return (path) => counter.linePos(offsetOf(root, path)).line + 1;
}

/** Goes down the path as far as it leads; a key counts as the place of its value. */
function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    }
  }
  return offset;
}

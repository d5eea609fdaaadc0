import { childrenOf, type Element, isForScripts, isWithin, textOf } from '../read/element.ts';
import type { Rule } from '../rule.ts';

export const tables: Rule = {
  name: 'tables',
  right:
    'A table has a header cell for each column, with a scope and words in it, and as many cells in ' +
    'each row as it has columns.',
  look: (page, say) => {
    for (const table of page.named('table')) {
      if (isForScripts(table)) continue;
      const rows = rowsOf(table);
      const [head] = rows;
      const columns = head ? childrenOf(head) : [];
      const bare = columns.filter(({ name }) => name !== 'th');
      if (columns.length === 0 || bare.length > 0) say(`a first row of ${bare.length} plain cells`);
      for (const row of rows)
        if (widthOf(row) !== widthOf(head)) say(`a row of ${widthOf(row)} cells: ${textOf(row)}`);
    }
    for (const cell of page.named('th')) {
      // In the head of a table, a header is a column's.
      const { scope = isWithin(cell, HEAD) ? 'col' : '' } = cell.attributes;
      if (!/^(col|row|colgroup|rowgroup)$/.test(scope))
        say(`<th> '${textOf(cell)}' without a scope`);
      if (textOf(cell) === '' && !isCorner(cell)) say('an empty <th>');
    }
  },
};

const HEAD = new Set(['thead']);
/** Above the names of the rows, no name may be needed. */
const isCorner = (cell: Element) =>
  isWithin(cell, HEAD) && cell.parent !== undefined && childrenOf(cell.parent)[0] === cell;

const rowsOf = (element: Element): Element[] =>
  childrenOf(element).flatMap((child) => (child.name === 'tr' ? [child] : rowsOf(child)));

const widthOf = (row: Element | undefined): number =>
  (row ? childrenOf(row) : []).reduce(
    (sum, { attributes }) => sum + Number(attributes.colspan ?? 1),
    0,
  );

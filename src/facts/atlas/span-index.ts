/** Rows by port, where a row may cover a range. Built once, so that a lookup is one step. */
import { parseSpan } from '../../base/port-range.ts';
import { PORT_COUNT } from '../../base/ranges.ts';

const NONE: readonly never[] = [];

export class SpanIndex<Row extends { ports: string }> {
  readonly #rows: (Row[] | undefined)[] = new Array(PORT_COUNT);

  constructor(rows: readonly Row[]) {
    for (const row of rows) {
      const { low, high } = parseSpan(row.ports);
      // One list for all the ports that only this row covers: most ports are in some wide range.
      const alone = [row];
      for (let port = low; port <= high; port++) {
        const list = this.#rows[port];
        this.#rows[port] = list ? [...list, row] : alone;
      }
    }
  }

  at(port: number): readonly Row[] {
    return this.#rows[port] ?? NONE;
  }
}

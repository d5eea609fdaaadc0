/** Rows by port, where a row may cover a range. Built once, so that a lookup is one step. */
import { parseSpan } from '../registry/port-range.ts';
import { PORT_COUNT } from './ranges.ts';

export class SpanIndex<Row extends { ports: string }> {
  readonly #rows: (Row[] | undefined)[] = new Array(PORT_COUNT);

  constructor(rows: readonly Row[]) {
    for (const row of rows) {
      const { low, high } = parseSpan(row.ports);
      for (let port = low; port <= high; port++) {
        const list = this.#rows[port];
        if (list) list.push(row);
        else this.#rows[port] = [row];
      }
    }
  }

  at(port: number): readonly Row[] {
    return this.#rows[port] ?? [];
  }
}

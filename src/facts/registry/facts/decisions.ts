/** The record of decisions. A decision that nothing needs any more is an error, so that the record stays true. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ImportError } from '../../../base/input-error.ts';
import * as schema from '../../schemas/decisions.ts';
import { readTable } from '../csv.ts';

const FILES = {
  origins: { file: 'origins.csv', schema: schema.originDecision },
  names: { file: 'names.csv', schema: schema.nameDecision },
  rows: { file: 'rows.csv', schema: schema.rowDecision },
  repositories: { file: 'repositories.csv', schema: schema.ownDecision },
} as const;

export class Decisions {
  readonly origins: schema.OriginDecision[];
  readonly #names: Map<string, schema.NameDecision>;
  readonly #rows: Map<string, schema.RowDecision[]>;
  readonly #own: Map<string, schema.OwnDecision>;
  readonly #unused = new Map<object, string>();

  constructor(dir: string) {
    for (const name of readdirSync(dir)) {
      if (!Object.values(FILES).some(({ file }) => file === name)) {
        throw new ImportError('no file of decisions has this name', { file: join(dir, name) });
      }
    }
    const read = <Row extends object>(part: keyof typeof FILES): Row[] => {
      const rows = readTable(join(dir, FILES[part].file), FILES[part].schema as never) as Row[];
      rows.forEach((row, index) => {
        this.#unused.set(row, `${FILES[part].file}, line ${index + 2}`);
      });
      return rows;
    };
    this.origins = read<schema.OriginDecision>('origins');
    const names = read<schema.NameDecision>('names');
    this.#names = new Map(names.map((row) => [`${row.scope}\0${row.written}`, row]));
    const rows = read<schema.RowDecision>('rows');
    this.#rows = Map.groupBy(rows, ({ raw, name }) => `${raw}\0${name}`);
    const own = read<schema.OwnDecision>('repositories');
    this.#own = new Map(own.map((row) => [`${row.raw}\0${row.repository}`, row]));
  }

  origin(raw: string): schema.OriginDecision {
    const found = this.origins.find((origin) => origin.raw === raw);
    if (!found)
      throw new ImportError(`no decision says where '${raw}' goes`, { file: 'origins.csv' });
    this.#unused.delete(found);
    return found;
  }

  /** The name as its project spells it, where somebody decided so. */
  name(scope: schema.NameDecision['scope'], written: string): string | undefined {
    const found = this.#names.get(`${scope}\0${written}`);
    if (found) this.#unused.delete(found);
    return found?.name;
  }

  /** The names that were decided on: they are the right spelling of whatever is written alike. */
  decidedNames(scope: schema.NameDecision['scope']): string[] {
    return [...this.#names.values()].filter((row) => row.scope === scope).map(({ name }) => name);
  }

  /** What is decided on one row of a raw table. */
  row(raw: string, ports: string, name: string): schema.RowDecision[] {
    const found = [`${raw}\0${name}`, `${raw}\0*`]
      .flatMap((key) => this.#rows.get(key) ?? [])
      .filter((decision) => decision.ports === '*' || decision.ports === ports);
    for (const decision of found) this.#unused.delete(decision);
    return found;
  }

  /** Whether a repository speaks for a program; 'left out' where its licence forbids or is not known. */
  speaksFor(raw: string, repository: string, program: string): boolean | 'left out' | undefined {
    const found = this.#own.get(`${raw}\0${repository}`) ?? this.#own.get(`*\0${repository}`);
    if (!found) return undefined;
    this.#unused.delete(found);
    if (found.programs === '-') return 'left out';
    return found.programs
      .split('; ')
      .some((own) => (own.endsWith('*') ? program.startsWith(own.slice(0, -1)) : own === program));
  }

  /** Throws where a decision was never needed: what it was about has gone, or it has a typing error. */
  expectAllUsed(): void {
    const unused = [...this.#unused.values()];
    if (unused.length > 0) {
      throw new ImportError(
        `these decisions apply to nothing; correct them or take them out: ${unused.join('; ')}`,
        { file: 'decisions' },
      );
    }
  }
}

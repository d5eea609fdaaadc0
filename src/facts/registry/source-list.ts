/** Reading and updating content/registry/sources.json. */
import { readFileSync } from 'node:fs';
import { ImportError } from '../../base/input-error.ts';
import { type Source, sources as sourcesSchema } from '../schemas/sources.ts';
import { isLabelKind, type LabelKindId } from './source-kinds.ts';

export function readSources(file: string): Source[] {
  const parsed = sourcesSchema.safeParse(parseJson(file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ImportError(String(issue?.message), { file, field: issue?.path.join('.') ?? '' });
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ImportError((error as Error).message, { file });
  }
}

export function sourcesText(sources: Source[]): string {
  return `${JSON.stringify(sources, null, 2)}\n`;
}

/** The list with new facts on one of its sources: its date and its number of rows. */
export function withFacts(sources: Source[], table: string, facts: Partial<Source>): Source[] {
  return sources.map((source) => (source.table === table ? { ...source, ...facts } : source));
}

export type LabelSource = Source & { kind: LabelKindId };

/** The sources whose tables give names to ports, in the order in which pages show them. */
export function labelSources(sources: readonly Source[]): LabelSource[] {
  return sources.filter((source): source is LabelSource => isLabelKind(source.kind));
}

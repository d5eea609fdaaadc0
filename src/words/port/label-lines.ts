/** What lists of back doors and decoys say of a port. */
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import { name, said } from '../messages/said.ts';
import { backdoorLabels, decoyLabels } from '../prose/names.ts';
import type { SecurityLine } from './security-line.ts';

export function labelLines({ labels }: PortRecord, sources: SourceIndex): SecurityLine[] {
  const list = (id: string) => name(sources.get(id)?.short ?? id);
  const backdoors = backdoorLabels(labels).map(
    (label): SecurityLine => ({
      line: said('security.backdoor', { list: list(label.source), name: name(label.name) }),
      source: label.source,
    }),
  );
  const decoys = decoyLabels(labels).map(
    ({ source }): SecurityLine => ({
      line: said('security.decoy', { list: list(source) }),
      source,
    }),
  );
  return [...backdoors, ...decoys];
}

/** What lists of back doors and decoys say of a port. */
import type { PortRecord } from '../../facts/atlas/record.ts';
import { name, said } from '../messages/said.ts';
import { backdoorLabels, decoyLabels } from '../prose/names.ts';
import type { SecurityLine } from './security-line.ts';

export const labelLines = ({ labels }: PortRecord): SecurityLine[] => [
  ...backdoorLabels(labels).map((label) => ({
    line: said('security.backdoor', { list: name(label.list), name: name(label.name) }),
    source: label.source,
  })),
  ...decoyLabels(labels).map(({ list, source }) => ({
    line: said('security.decoy', { list: name(list) }),
    source,
  })),
];

/**
 * What is reported against a port, the gravest first: exploited vulnerabilities, tools that try it,
 * malware, amplification, and who watches it. Each line says no more than its source does.
 */
import type { PortRecord, SourceIndex } from '../../facts/atlas/record.ts';
import { name, said } from '../messages/said.ts';
import { attackLines } from './attacks.ts';
import { amplificationLines, exposureLines, watcherLines } from './exposed.ts';
import { labelLines } from './label-lines.ts';
import { malwareLines } from './malware.ts';
import type { SecurityLine } from './security-line.ts';

export function securityOf(record: PortRecord, sources: SourceIndex): SecurityLine[] {
  return [
    ...attackLines(record),
    ...malwareLines(record, sources),
    ...labelLines(record, sources),
    ...amplificationLines(record),
    ...watcherLines(record, sources),
    ...exposureLines(record),
    ...registryLines(record),
  ];
}

/** An undocumented port needs no section to say that there is nothing. */
export const hasSecurity = ({ documented }: PortRecord): boolean => documented;

function registryLines({ assignments }: PortRecord): SecurityLine[] {
  return assignments.flatMap(({ service, unauthorizedUse }) =>
    unauthorizedUse
      ? [
          {
            line: said('security.registryNotes', {
              service: name(service),
              remark: name(unauthorizedUse),
            }),
            source: 'iana',
          },
        ]
      : [],
  );
}

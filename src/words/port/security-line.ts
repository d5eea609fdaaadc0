/** One thing that is reported against a port, with what supports it. */
import type { Evidence } from '../../facts/atlas/evidence.ts';
import type { Said } from '../messages/said.ts';

export interface SecurityLine {
  line: Said;
  /** The source that the page cites for it. */
  source: string;
  /** The very file, where there is one. */
  evidence?: Evidence;
  /** Reports of a third party that the source rests on. */
  reference?: string | undefined;
}

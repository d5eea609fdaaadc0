/** What a search is narrowed to, as it stands in the address: /search?q=mail&range=system&story=yes. */
import { rangeOf } from '../atlas/ranges.ts';
import type { Hit } from './hit.ts';
import { decodeState } from './state.ts';

export const FILTERS = ['range', 'status', 'transport', 'story'] as const;
export type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

export function filtersIn(parameters: URLSearchParams): Filters {
  const filters: Filters = {};
  for (const name of FILTERS) {
    const value = parameters.get(name);
    if (value) filters[name] = value;
  }
  return filters;
}

/** Whether a result may stay; a guide has no range, no status and no transport. */
export function passes(
  { port, state }: Pick<Hit, 'port' | 'state'>,
  { range, status, story, transport }: Filters,
  authored: boolean,
): boolean {
  if (port === undefined) return !(range || status || story || transport);
  if (range && rangeOf(port) !== range) return false;
  if (story && !authored) return false;
  if (!status && !transport) return true;
  if (!state) return false;
  const known = decodeState(state);
  return (
    (!status || known.status === status) && (!transport || known.transports.includes(transport))
  );
}

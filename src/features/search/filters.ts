/** What a search is narrowed to, as it stands in the address: /search?q=mail&range=system&story=yes. */
import { rangeOf } from '../../base/ranges.ts';
import type { Hit } from './hit.ts';
import { decodeState } from './state.ts';

const FILTERS = ['range', 'status', 'transport', 'story'] as const;
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
export function passes(hit: Hit, { range, status, story, transport }: Filters): boolean {
  if (!range && !status && !story && !transport) return true;
  if (hit.port === undefined) return false;
  if (range && rangeOf(hit.port) !== range) return false;
  if (story && !hit.story) return false;
  if (!status && !transport) return true;
  if (!hit.state) return false;
  const known = decodeState(hit.state);
  return (
    (!status || known.status === status) && (!transport || known.transports.includes(transport))
  );
}

/**
 * What a port can be in the registry, strongest first: what one row says outweighs what another says
 * that comes later in this list. Data files and the code of facts in pages write a status as its place
 * here. Without zod: the browser reads these, too.
 */
export const STATUSES = [
  'assigned',
  'de-registered',
  'reserved',
  'unassigned',
  'never-assigned',
  'dynamic',
] as const;
export type Status = (typeof STATUSES)[number];

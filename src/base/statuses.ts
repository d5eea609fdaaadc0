/**
 * What a port can be in the registry. Without zod: the browser reads these, too. The order is part
 * of the code of facts in pages.
 */
export const STATUSES = [
  'assigned',
  'reserved',
  'unassigned',
  'de-registered',
  'never-assigned',
  'dynamic',
] as const;

/** What `--free` takes along. */

export const FREE_OPTIONS = {
  near: { type: 'string' },
  count: { type: 'string' },
  block: { type: 'string' },
  systems: { type: 'string' },
  seed: { type: 'string' },
  own: { type: 'boolean' },
  memorable: { type: 'boolean' },
  privileged: { type: 'boolean' },
  refused: { type: 'boolean' },
  listed: { type: 'boolean' },
} as const;
export type FreeValues = { [Key in keyof typeof FREE_OPTIONS]?: string | boolean | undefined };

export function freeOptionsIn(values: FreeValues): string[] {
  const keys = Object.keys(FREE_OPTIONS) as (keyof FreeValues)[];
  return keys.filter((key) => values[key] !== undefined);
}

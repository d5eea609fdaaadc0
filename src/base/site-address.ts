/** Where the site is: canonical addresses, feeds and data files begin with it. */
export const SITE = process.env.PORTOLAN_SITE ?? 'https://portolan.example';

/**
 * The folder of its host that the site lies in: '/ports', from PORTOLAN_BASE=/ports/; empty where it has
 * its host to itself. Our sources write addresses without it; src/build/sub-path.ts puts it in.
 */
export const BASE = baseOf(process.env.PORTOLAN_BASE ?? '');

export function baseOf(setting: string): string {
  const base = setting.replace(/^\/?/, '/').replace(/\/$/, '');
  if (!/^(?:\/[a-z\d][\w-]*)*$/i.test(base))
    throw new Error(`PORTOLAN_BASE is '${setting}'; it must be a path such as /ports/`);
  return base;
}

export const absolute = (path: string): string => new URL(BASE + path, SITE).href;

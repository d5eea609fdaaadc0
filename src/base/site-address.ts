/** Where the site is: canonical addresses, feeds and data files begin with it. */
export const SITE = process.env.PORTOLAN_SITE ?? 'https://portolan.example';

export const absolute = (path: string): string => new URL(path, SITE).href;

/** Lighthouse's marks, as for a phone on a slow network, and the times behind the one for speed. */
import { DIST } from '../../src/base/folders.ts';
import { listen } from '../../src/server/listen.ts';
import { createSite } from '../../src/server/site.ts';
import { auditPages } from '../helpers/lighthouse.ts';
import { figure } from './print.ts';

const ADDRESSES = ['/443', '/3330', '/50123', '/'];

export async function benchLighthouse(): Promise<void> {
  const site = await listen(createSite({ folder: DIST }), 0);
  try {
    const origin = `http://localhost:${site.port}`;
    const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
    for (const { address, measured, scores } of await auditPages(origin, ADDRESSES, categories)) {
      for (const [category, score] of Object.entries(scores))
        figure(`${address}: ${category}`, score, 'of 100');
      for (const [what, value] of Object.entries(measured)) {
        const ofLayout = what === 'cumulative-layout-shift';
        figure(`${address}: ${what}`, ofLayout ? value.toFixed(3) : value, ofLayout ? '' : 'ms');
      }
    }
  } finally {
    await site.close();
  }
}

/** Lighthouse gives full marks where they do not depend on the speed of the machine. */

import { expect, test } from 'playwright/test';
import { auditPages } from '../helpers/lighthouse.ts';

/** Authored, registered, nobody's, dynamic, reserved, refused by browsers, withdrawn. */
const PORTS = [443, 22, 3330, 8080, 2, 3403, 6666, 10080, 50123, 65535];
const CATEGORIES = ['accessibility', 'best-practices', 'seo'] as const;

test('Lighthouse: ten ports, 100 in accessibility, best practices and SEO', async ({ baseURL }) => {
  test.setTimeout(180_000);
  const audited = await auditPages(
    baseURL ?? '',
    PORTS.map((port) => `/${port}`),
    CATEGORIES,
  );
  expect(audited).toHaveLength(PORTS.length);
  for (const { address, failures, scores } of audited) {
    expect(failures, address).toEqual([]);
    for (const category of CATEGORIES) expect(scores[category], `${address} ${category}`).toBe(100);
  }
});

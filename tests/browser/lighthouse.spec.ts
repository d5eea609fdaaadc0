/** Lighthouse gives full marks where they do not depend on the speed of the machine. */

import { expect, test } from 'playwright/test';
import { auditPages } from '../helpers/lighthouse.ts';

/** With a story, reserved, refused by browsers, dynamic. */
const PORTS = [443, 2, 6666, 50123];
const CATEGORIES = ['accessibility', 'best-practices', 'seo'] as const;

test('Lighthouse: 100 in accessibility, best practices and SEO', async ({ baseURL }) => {
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

/** One of the builds that run side by side: Astro over this process's share of the ports. */
import { build } from 'astro';

const REPORT_EVERY = 200;

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const reports = setInterval(
  () => process.send?.({ memory: process.memoryUsage.rss() }),
  REPORT_EVERY,
);
await build({ logLevel: 'error' });
clearInterval(reports);
process.disconnect?.();

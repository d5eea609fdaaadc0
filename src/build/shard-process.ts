/** One of the builds that run side by side: Astro over this process's share of the ports. */
import { build } from 'astro';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

await build({ logLevel: 'error' });
process.send?.({ peakMemory: process.resourceUsage().maxRSS * 1024 });
process.disconnect?.();

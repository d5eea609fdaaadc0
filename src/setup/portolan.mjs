#!/usr/bin/env node
// The package's command: `npx portolan 3330` looks a port up, in a fresh clone too.
import { start } from './start.mjs';

const args = process.argv.slice(2);
process.exit(await start({ dev: false, browser: false, script: 'src/cli/portolan.ts', args }));

#!/usr/bin/env node
process.argv.splice(2, 0, 'src/cli/portolan.ts');
require(`${__dirname}/../../run.cjs`);

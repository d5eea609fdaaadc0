#!/usr/bin/env node
// Compiled code is kept for the next call, which takes half the time. In what Node 8 can read.
const { enableCompileCache } = require('node:module');
if (!process.env.NODE_COMPILE_CACHE)
  process.env.NODE_COMPILE_CACHE = `${__dirname}/../../node_modules/.cache/compiled`;
if (enableCompileCache) enableCompileCache(process.env.NODE_COMPILE_CACHE);
process.argv.splice(2, 0, 'src/cli/portolan.ts');
require(`${__dirname}/../../run.cjs`);

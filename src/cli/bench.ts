/** npm run bench [names]: prints the figures that the README quotes. Nothing here fails because a machine is slow. */
import { benchAtlas } from '../../tests/bench/atlas.ts';
import { benchBuild } from '../../tests/bench/build.ts';
import { benchBytes } from '../../tests/bench/bytes.ts';
import { benchFeedback } from '../../tests/bench/feedback.ts';
import { benchFeedbackFuzz } from '../../tests/bench/feedback-fuzz.ts';
import { benchFeedbackTrouble } from '../../tests/bench/feedback-trouble.ts';
import { benchHostile } from '../../tests/bench/hostile.ts';
import { benchLighthouse } from '../../tests/bench/lighthouse.ts';
import { benchPackage } from '../../tests/bench/package.ts';
import { benchSearch } from '../../tests/bench/search.ts';
import { run, UsageError } from './arguments.ts';

/** In this order: the bytes, the search and Lighthouse look at what the build has made. */
const BENCHES = {
  atlas: benchAtlas,
  build: benchBuild,
  bytes: benchBytes,
  search: benchSearch,
  lighthouse: benchLighthouse,
  package: benchPackage,
  feedback: benchFeedback,
  'feedback-trouble': benchFeedbackTrouble,
  'feedback-fuzz': benchFeedbackFuzz,
  hostile: benchHostile,
};

await run(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in BENCHES));
  if (unknown)
    throw new UsageError(`${unknown}: no such bench; there are ${Object.keys(BENCHES).join(', ')}`);
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n${name}`);
    await bench();
  }
});

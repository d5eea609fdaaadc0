// Every npm script goes through here. It is JavaScript without dependencies because nothing is
// installed yet, and the machine's own Node, which need only be 20, starts it.
import { parseArguments, usage } from './arguments.mjs';
import { say } from './report.mjs';
import { start } from './start.mjs';

const request = parseArguments(process.argv.slice(2));
if (request) {
  process.exit(await start(request));
} else {
  say(usage);
  process.exit(2);
}

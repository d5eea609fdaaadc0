export const usage =
  'Usage: node src/setup/run.mjs [--dev] [--browser] script.ts [arguments for the script]';

/**
 * @typedef {object} Request
 * @property {boolean} dev      development packages are needed too
 * @property {boolean} browser  a Chromium is needed too
 * @property {string} script
 * @property {string[]} args    everything after the script, untouched
 */

/**
 * Only what stands before the script is for set-up; `--dev` after it is the script's own.
 * @param {string[]} argv
 * @returns {Request | undefined} undefined if the arguments make no sense
 */
export function parseArguments(argv) {
  let dev = false;
  let browser = false;
  for (const [index, word] of argv.entries()) {
    if (word === '--dev') dev = true;
    else if (word === '--browser') browser = true;
    else if (word.startsWith('-')) return undefined;
    else return { dev, browser, script: word, args: argv.slice(index + 1) };
  }
  return undefined;
}

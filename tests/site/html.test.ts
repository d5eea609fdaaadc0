/** Valid HTML: every page that is not a port's, every authored port, and 500 others. */
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { openAtlas } from '../../src/facts/atlas/atlas.ts';
import { assertNone } from '../helpers/assert-none.ts';
import { samplePorts } from '../helpers/chosen-pages.ts';
import { HTML_RULES } from '../helpers/html-rules.ts';
import { inSite, portFile, siteFiles } from '../helpers/site-files.ts';

const SAMPLED = 500;
const validator = new HtmlValidate(new StaticConfigLoader(HTML_RULES));

async function faultsIn(files: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const file of files) {
    const { results } = await validator.validateString(readFileSync(inSite(file), 'utf8'), file);
    for (const { line, column, message, ruleId } of results.flatMap(({ messages }) => messages))
      faults.push(`${file}:${line}:${column} ${message} (${ruleId})`);
  }
  return faults;
}

describe('HTML is valid', () => {
  test('on every page that is not a port’s', async () => {
    const files = siteFiles().map(({ path }) => path);
    const ofNoPort = files.filter((path) => path.endsWith('.html') && !/^\d+\.html$/.test(path));
    assertNone(await faultsIn([...ofNoPort, '404.html']));
  });

  test('on every authored page', async () => {
    const authored = [...openAtlas().authored()];
    assertNone(await faultsIn(authored.map(portFile)));
  });

  test(`on ${SAMPLED} ports of every status`, async () => {
    assertNone(await faultsIn(samplePorts(SAMPLED).map(portFile)));
  });
});

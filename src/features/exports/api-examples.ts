/**
 * The examples on /api: a command, and what it prints, made of the same functions that make the files.
 * A test runs each against the built-in server and holds it to that.
 */

import { absolute, SITE } from '../../base/site-address.ts';
import type { Atlas } from '../../facts/atlas/atlas.ts';
import { plainText } from '../../words/prose/plain-text.ts';
import { portLine, portsCsv } from './port-line.ts';
import { serviceLines } from './service-lines.ts';

export interface Example {
  title: string;
  command: string;
  output: string;
  /** A program beside curl and what every system has. */
  needs?: 'jq';
}

/** The ports that the examples need, so that a test can make do with their files. */
export const EXAMPLE_PORTS = [443, 3330, 5432, 6379];

const SHOWN_LINES = 12;

export function apiExamples(atlas: Atlas): Example[] {
  const { sources } = atlas;
  const port = (number: number) => atlas.port(number);
  const text = plainText(port(3330), sources, { site: SITE }).split('\n');
  const csv = portsCsv([portLine(port(443))]).split('\n');
  const [nobodys] = atlas.free().filter((free) => free > 20_000);
  const postgres = serviceLines(atlas).find(({ name }) => name === 'postgresql');
  return [
    {
      title: 'A port, to read',
      command: `curl -s ${absolute('/3330.txt')} | head -n ${SHOWN_LINES}`,
      output: text.slice(0, SHOWN_LINES).join('\n'),
    },
    {
      title: 'A port, for a program',
      command: `curl -s ${absolute('/6379.json')} | jq -c '[.name, .status, .page.security.exposure]'`,
      output: JSON.stringify([
        portLine(port(6379)).name,
        port(6379).status,
        port(6379).page?.security.exposure,
      ]),
      needs: 'jq',
    },
    {
      title: 'A name instead of a number, and the address that it leads to',
      command: `curl -sL -o /dev/null -w '%{url_effective}\\n' ${absolute('/postgresql')}`,
      output: absolute('/5432'),
    },
    {
      title: 'A port that no source mentions has a page but no data',
      command: `curl -s -o /dev/null -w '%{http_code}\\n' ${absolute(`/${nobodys}.json`)}`,
      output: '404',
    },
    {
      title: 'All ports: the first line of the table, and one row',
      command: `curl -s ${absolute('/ports.csv')} | grep -E '^(port|443),'`,
      output: csv.slice(0, 2).join('\n'),
    },
    {
      title: 'All ports as JSON, one per line',
      command: `curl -s ${absolute('/ports.json')} | grep '^{"port":443,' | sed 's/,$//'`,
      output: JSON.stringify(portLine(port(443))),
    },
    {
      title: 'The ports of a name, with the source of each',
      command: `curl -s ${absolute('/services.json')} | grep '^{"name":"postgresql"' | sed 's/,$//'`,
      output: JSON.stringify(postgres),
    },
    {
      title: 'Download only if the file has changed: otherwise the server sends only headers',
      command: [
        `tag=$(curl -sI ${absolute('/ports.csv')} | tr -d '\\r' | awk 'tolower($1) == "etag:" { print $2 }')`,
        `curl -s -o /dev/null -w '%{http_code}\\n' -H "If-None-Match: $tag" ${absolute('/ports.csv')}`,
      ].join('\n'),
      output: '304',
    },
  ];
}

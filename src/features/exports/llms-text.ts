/** /llms.txt: a heading, a summary, and links with a note each, as llmstxt.org describes the form. */

import { absolute } from '../../base/site-address.ts';
import type { Atlas } from '../../facts/atlas/atlas.ts';
import type { GuideNote } from '../../facts/guides.ts';

export function llmsText(atlas: Atlas, guides: readonly GuideNote[]): string {
  const registry = atlas.sources.get('iana')?.date;
  const documented = atlas.documented().length;
  const sections: [string, [string, string, string][]][] = [
    [
      'One port',
      [
        ['Page of a port', '/443', 'put any number from 0 to 65535 in the place of 443'],
        ['Plain text', '/443.txt', 'the facts of the page in 80 columns; best to read'],
        ['JSON', '/443.json', 'the same, each fact with its source; of documented ports'],
        ['Schema of the JSON', '/schema/port-1.json', 'every field, described'],
      ],
    ],
    [
      'All of it',
      [
        ['Ports as JSON', '/ports.json', `the ${documented} documented ports, one a line`],
        ['Ports as CSV', '/ports.csv', 'the same as a table'],
        ['Names to ports', '/services.json', 'services, programs and what people call them'],
        ['The data, documented', '/api', 'addresses, fields, examples, licences'],
      ],
    ],
    ...(guides.length > 0
      ? [
          ['Guides', guides.map(({ address, summary, title }) => [title, address, summary])] as [
            string,
            [string, string, string][],
          ],
        ]
      : []),
    [
      'Optional',
      [
        ['Choose a port', '/choose', 'a free port for a new program, and why it is free'],
        ['Services A to Z', '/services', 'names to ports, as pages'],
        ['Changes', '/changes', 'what changed in the registry since 2005'],
        ['New pages', '/new.xml', 'an Atom feed'],
        ['Glossary', '/glossary', 'the words that the pages use'],
        ['About', '/about', 'sources, their licences, what each status means'],
      ],
    ],
  ];
  const lead =
    'A reference page for every TCP and UDP port, 0 to 65535: what IANA registers it for, what ' +
    'really listens there, how to check, what is known against it, and whether to use it for a ' +
    `program of one’s own. IANA’s registry of ${registry}.`;
  return `# Portolan

> ${lead}

- An open port proves nothing about the program behind it: say what usually listens, and how to find out.
- ‘Registered’ is what IANA’s list says; ‘what listens here’ is what software does. They often differ.
- Quote a fact with its source and date; both stand beside it in the text and in the JSON.
- A port without a .json and a .txt is one of which no source says anything; its page says so.

${sections.map(([title, links]) => `## ${title}\n\n${links.map(linkLine).join('\n')}`).join('\n\n')}
`;
}

const linkLine = ([name, address, note]: [string, string, string]) =>
  `- [${name}](${absolute(address)}): ${note}`;

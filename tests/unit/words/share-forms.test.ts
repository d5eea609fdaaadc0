/** What is copied must come out right where it is pasted: each form goes through a renderer of its own kind. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import bbcode from '@bbob/html';
import presetHtml5 from '@bbob/preset-html5';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { formatMessage, formatterFor } from '../../../src/words/locales/compiled.ts';
import { wordsOf } from '../../../src/words/locales/site-words.ts';
import { oneLine } from '../../../src/words/share/escape.ts';
import { formsIn, type Shared } from '../../../src/words/share/forms.ts';
import { attribute, type Element, elementsIn, rawTextOf } from '../../helpers/dom.ts';

const URL = 'https://portolan.example/3330#check';

const PLAIN: Shared = {
  url: URL,
  port: 3330,
  name: 'MCS Calypso ICF',
  transports: [
    { name: 'TCP', services: 'mcs-calypsoicf', status: 'assigned' },
    { name: 'UDP', services: '', status: 'reserved' },
  ],
  answer: 'A number held by the makers of a forgotten mail system.',
  seenOpen: 'Look at the process.',
  ownUse: 'Better not.',
  registry: '2026-08-17',
  system: 'Linux',
  commands: ["sudo ss -tulpn 'sport = :3330'", 'sudo lsof -nP -i :3330 | grep -v "*_<b>"'],
};

/** Each would break out of one markup or another. */
const HOSTILE = [
  'a [b](https://elsewhere.example) c',
  '*bold* _it_ __strong__ ~~gone~~ `code` $x$',
  '<script>alert(1)</script> <b>bold</b>',
  '"quoted" \'single\' & &amp; &lt; &copy;',
  '[/url] [b]bold[/b] [url=https://elsewhere.example]x[/url]',
  'back\\slash \\] ] [ ends with \\',
  '![image](https://elsewhere.example/x.png)',
  'a | b | c',
  '<https://elsewhere.example>',
  'two\nlines\n\n# and more',
  '[^1] [x] [ ]',
];

const markdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });

const FORMS = formsIn((id, values = {}) =>
  formatMessage(wordsOf('en').port.share[id], values, formatterFor('en')),
);

const RENDERERS: Record<string, (text: string) => string> = {
  markdown: (text) => String(markdown.processSync(text)),
  html: (text) => text,
  // Forums make HTML harmless before they look for tags.
  bbcode: (text) =>
    bbcode(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), presetHtml5(), {}),
};

function formOf(id: string) {
  const form = FORMS.find((each) => each.id === id);
  assert.ok(form, id);
  return form;
}

const elementsOf = (html: string) =>
  parseFragment(html).childNodes.flatMap((node) =>
    'tagName' in node ? [...elementsIn(node as Element)] : [],
  );

/** Where the markup is pasted there is one link, to the page, with the title as its text, and nothing else. */
function assertOneLink(id: string, shared: Shared, title: string): void {
  const html = RENDERERS[id]?.(formOf(id).text(shared)) ?? '';
  const elements = elementsOf(html).filter(({ tagName }) => tagName !== 'p');
  assert.deepEqual(
    elements.map(({ tagName }) => tagName),
    ['a'],
    html,
  );
  const [link] = elements as [Element];
  assert.equal(attribute(link, 'href'), shared.url);
  assert.equal(rawTextOf(link), title, html);
}

/** What a reader is to see; BBCode cannot show square brackets in all forums. */
const shownIn = (id: string, name: string) =>
  id === 'bbcode' ? oneLine(name).replaceAll('[', '(').replaceAll(']', ')') : oneLine(name);

for (const id of Object.keys(RENDERERS)) {
  describe(`${id}, pasted and rendered`, () => {
    test('is a link with the title', () => {
      assertOneLink(id, PLAIN, 'Port 3330: MCS Calypso ICF');
    });

    test('names the section that is meant', () => {
      const shared = { ...PLAIN, section: 'See what listens on 3330' };
      assertOneLink(id, shared, 'Port 3330: MCS Calypso ICF › See what listens on 3330');
    });

    for (const name of HOSTILE) {
      test(`keeps ${JSON.stringify(name)} as it is`, () => {
        assertOneLink(id, { ...PLAIN, name }, `Port 3330: ${shownIn(id, name)}`);
      });
    }

    test('keeps any name of printable signs', () => {
      const names = fc.string({ unit: fc.constantFrom(...'aZ9 []()<>*_`~|\\&;#!"\'$=/:.@+-^{}') });
      fc.assert(
        fc.property(names, (name) => {
          const text = `${name}x`;
          assertOneLink(id, { ...PLAIN, name: text }, `Port 3330: ${shownIn(id, text)}`);
        }),
        { numRuns: 300 },
      );
    });
  });
}

test('the link is the address and nothing else', () => {
  assert.equal(formOf('link').text(PLAIN), URL);
});

test('a quote is one paragraph with number, source, date and address', () => {
  const text = formOf('quote').text({ ...PLAIN, answer: 'Two\n lines' });
  assert.equal(text, `Port 3330/tcp: Two lines. Portolan, registry of 2026-08-17, ${URL}`);
  const nobodys = PLAIN.transports.map((each) => ({ ...each, services: '' }));
  assert.match(formOf('quote').text({ ...PLAIN, transports: nobodys }), /^Port 3330: A number/);
});

describe('the block for a ticket', () => {
  const text = formOf('ticket').text(PLAIN);

  test('tells number, service, verdict, age and address', () => {
    for (const part of [
      'Port 3330: MCS Calypso ICF\n',
      URL,
      '- TCP: mcs-calypsoicf, assigned\n- UDP: reserved\n',
      'Look at the process.',
      'Better not.',
      '2026-08-17',
      'To see what listens (Linux):',
    ])
      assert.ok(text.includes(part), part);
  });

  test('keeps its commands whole where Markdown is rendered', () => {
    const html = RENDERERS.markdown?.(text) ?? '';
    const code = elementsOf(html).filter(({ tagName }) => tagName === 'code');
    assert.deepEqual(code.map(rawTextOf), [`${PLAIN.commands.join('\n')}\n`]);
    assert.equal(elementsOf(html).filter(({ tagName }) => tagName === 'li').length, 5);
  });
});

test('each form has a letter of its own', () => {
  const keys = FORMS.map(({ key }) => key);
  assert.equal(new Set(keys).size, FORMS.length);
  for (const { key, name } of FORMS) assert.ok(name.toLowerCase().includes(key), name);
});

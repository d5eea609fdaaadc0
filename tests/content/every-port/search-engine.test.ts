/** The search for words as a whole, over files as the build writes them and an index that is made up. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { collectNames } from '../../../src/features/search/collect-names.ts';
import { Engine, type Search } from '../../../src/features/search/engine.ts';
import {
  type Hit,
  MENTIONS,
  MESSAGE,
  namedHeading,
  PORT,
} from '../../../src/features/search/hit.ts';
import type { Pagefind } from '../../../src/features/search/mentions.ts';
import { nameFiles } from '../../../src/features/search/name-files.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const atlas = sharedAtlas();
const records = atlas.documented().map((port) => atlas.port(port));
const files = nameFiles(collectNames(records), records, [
  {
    slug: 'address-already-in-use',
    title: 'Address already in use',
    summary: 'Another socket holds the port.',
    questions: ['How do I find out which process uses a port?'],
  },
]);

/** Finds one page, on which port 9999 has whatever was asked for. */
const finding: Pagefind = {
  search: async (words) => ({
    results: [
      {
        score: 1,
        data: async () => ({
          content: `made-up ${words}`,
          anchors: [{ id: '9999-a1', text: 'made-up', location: 0 }],
          weighted_locations: [{ location: 1, weight: 1 }],
        }),
      },
    ],
  }),
};
const broken: Pagefind = {
  search: async () => {
    throw new Error('no index');
  },
};

function engineWith(pagefind: Pagefind): { engine: Engine; asked: string[] } {
  const asked: string[] = [];
  const names = async (file: string) => {
    asked.push(file);
    const text = files.get(file);
    if (text === undefined) throw new Error(`there is no ${file}`);
    return text;
  };
  return { engine: new Engine({ names, pagefind: async () => pagefind }), asked };
}

async function answersTo(search: Partial<Search>, pagefind = finding): Promise<Hit[][]> {
  const answers: Hit[][] = [];
  const { engine } = engineWith(pagefind);
  await engine.search({ text: '', filters: {}, pages: 5, ...search }, (hits) => answers.push(hits));
  return answers;
}

describe('a search', () => {
  test('shows names first, and adds what mentions the words', async () => {
    const [first, last] = await answersTo({ text: 'postgres' });
    assert.equal(first?.[0]?.port, 5432);
    assert.equal(first?.[0]?.name, 'PostgreSQL');
    assert.equal(first?.[0]?.state, 'a3');
    assert.equal(first?.[0]?.group, namedHeading('postgres'));
    assert.equal(last?.[0]?.port, 5432);
    assert.ok(last?.some(({ group, port }) => group === MENTIONS && port === 9999));
  });

  test('looks for the right word in the index where a wrong one was typed', async () => {
    const [, last] = await answersTo({ text: 'postgress' });
    const asked: string[] = [];
    const listening: Pagefind = {
      search: async (words) => {
        asked.push(words);
        return { results: [] };
      },
    };
    await answersTo({ text: 'postgress' }, listening);
    assert.equal(last?.[0]?.port, 5432);
    assert.ok(asked.includes('postgres'));
  });

  test('shows the names where the index cannot be had', async () => {
    const answers = await answersTo({ text: 'redis' }, broken);
    assert.equal(answers.at(-1)?.[0]?.port, 6379);
  });

  test('stops where something else has been asked meanwhile', async () => {
    const answers = await answersTo({ text: 'redis', pause: 1, isStale: () => true });
    assert.equal(answers.length, 1);
  });

  test('fetches the names that authors give, and a file for each beginning', async () => {
    const { asked, engine } = engineWith(finding);
    const search = { filters: {}, pages: 1 };
    await engine.search({ ...search, text: 'ssh' }, () => {});
    await engine.search({ ...search, text: 'sshd' }, () => {});
    assert.deepEqual(asked, ['wanted', 's2']);
  });

  test('shows each port once', async () => {
    for (const text of ['mail', 'cisco', 'sql server', 'x11']) {
      const last = (await answersTo({ text })).at(-1) ?? [];
      assert.equal(new Set(last.map(({ href }) => href)).size, last.length);
    }
  });
});

describe('what is meant', () => {
  const portsFor = async (text: string) =>
    ((await answersTo({ text }, broken)).at(-1) ?? []).map(({ port }) => port);

  test('by a topic is its ports, those with a page first', async () => {
    const hits = (await answersTo({ text: 'vpn ports' }, broken)).at(-1) ?? [];
    assert.ok(hits.slice(0, 8).every(({ story }) => story));
    assert.ok(hits.slice(0, 8).some(({ port }) => port === 1194));
    assert.ok(hits.some(({ group }) => group === 'Topic: VPN and tunnels'));
  });

  test('by a name and its number is the port that has both', async () => {
    assert.equal((await portsFor('mysql 3306'))[0], 3306);
    assert.equal((await portsFor('sql server 2019'))[0], 1433);
  });

  test('by a number that something makes a port is that port', async () => {
    assert.equal((await portsFor('airplay port 5000 mac'))[0], 5000);
  });

  test('by the usual name of a flaw is the port at which exploits of it are aimed', async () => {
    assert.equal((await portsFor('zerologon'))[0], 445);
    assert.equal((await portsFor('CVE-2019-0708'))[0], 3389);
  });

  test('by the task is the page for it', async () => {
    const hits = (await answersTo({ text: 'choose a port for my app' }, broken)).at(-1);
    assert.equal(hits?.[0]?.href, '/choose');
  });

  test('with words in another language is found by the name alone', async () => {
    assert.equal((await portsFor('какой порт у mysql'))[0], 3306);
  });

  test('by a question around a number is a guide', async () => {
    const { engine } = engineWith(broken);
    const hits = await engine.around('how to find the process on 3000');
    assert.ok(hits.some(({ href }) => href === '/guides/address-already-in-use'));
    assert.deepEqual(await engine.around('3000'), []);
  });
});

describe('a message', () => {
  test('leads to its guide, then to the port in it', async () => {
    const [hits] = await answersTo({ text: 'eaddrinuse: address already in use :::3000' });
    assert.deepEqual(
      hits?.map(({ group, href }) => [group, href]),
      [
        [MESSAGE, '/guides/address-already-in-use'],
        [PORT, '/3000'],
      ],
    );
  });

  test('leads to the page of the search where the guide is not written', async () => {
    const [hits] = await answersTo({ text: 'err_unsafe_port' });
    assert.equal(hits?.[0]?.href, '/search?q=err_unsafe_port');
    assert.match(hits?.[0]?.line ?? '', /Browsers open no address/);
  });

  test('of many words leads to the port in it alone', async () => {
    const [hits] = await answersTo({
      text: 'psql: could not connect to server: connection refused on port 5432',
    });
    assert.deepEqual(
      hits?.map(({ href }) => href),
      ['/5432'],
    );
  });
});

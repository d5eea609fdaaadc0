import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { authoredMentions, portsInStory } from '../../../src/facts/atlas/authored-mentions.ts';
import { loadPages } from '../../../src/facts/atlas/load.ts';
import { sharedAtlas } from '../../helpers/atlas.ts';

const pages = loadPages();
const page = (port: number) => {
  const found = pages.find((candidate) => candidate.port === port);
  assert.ok(found);
  return found;
};

suite('what authors say of other ports', () => {
  test('a related port gets the reason', () => {
    const minecraft = { ...page(25565), storyPorts: [] };
    const reason = 'RCON, the remote console of the same server';
    minecraft.related = [{ port: 25575, reason }];
    const [mention] = authoredMentions([minecraft]).get(25575) ?? [];
    assert.deepEqual(mention, { port: 25565, title: minecraft.title, reason, facts: [] });
  });

  test('a fact that names another port is a fact of that port too, with its source', () => {
    const facts = authoredMentions([page(113)])
      .get(3067)
      ?.flatMap((mention) => mention.facts);
    assert.deepEqual(
      facts?.map(({ id, kind }) => [kind, id]),
      [['worm', 'W32.Korgo.F']],
    );
    assert.match(facts?.[0]?.source.url ?? '', /^https?:/);
  });

  test('a page says nothing of its own port in this way', () => {
    for (const authored of pages) {
      const own = authoredMentions([authored]).get(authored.port);
      assert.equal(own, undefined, String(authored.port));
    }
  });

  test('code, headings and addresses are no prose', () => {
    const story =
      '# Port 1\n`ss` and `port 2`\n```sh\nnc port 3\n```\n[x](/port 4) on port 5, ports 6 and 7';
    assert.deepEqual(portsInStory(story), [5, 6, 7]);
  });

  test('every port that an author names is documented', () => {
    const atlas = sharedAtlas();
    const documented = new Set(atlas.documented());
    for (const port of authoredMentions(pages).keys()) {
      assert.ok(documented.has(port), String(port));
      assert.ok(atlas.port(port).mentions.length > 0);
    }
  });
});

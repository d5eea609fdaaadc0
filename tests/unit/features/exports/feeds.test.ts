/** The feeds keep to RFC 4287, and the rules that say so notice what is wrong. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SITE } from '../../../../src/base/site-address.ts';
import { allGuides } from '../../../../src/facts/guides.ts';
import { atomFeed } from '../../../../src/features/exports/atom.ts';
import { changeFeed } from '../../../../src/features/exports/change-feed.ts';
import { newFeed } from '../../../../src/features/exports/new-feed.ts';
import { sharedAtlas } from '../../../helpers/atlas.ts';
import { atomFaults } from '../../../helpers/atom-rules.ts';
import { childrenNamed, parseXml } from '../../../helpers/xml.ts';

const atlas = sharedAtlas();
const guide = {
  title: 'Below 1024 & <root>',
  summary: 'Who may bind "them".',
  updated: '2099-01-01',
  address: '/guides/below-1024',
};
const feeds = { changes: changeFeed(atlas), new: newFeed(atlas, [guide]) };

describe('a feed', () => {
  for (const [name, feed] of Object.entries(feeds)) {
    test(`/${name}.xml is valid, newest first, and not older than its entries`, () => {
      assert.deepEqual(atomFaults(atomFeed(feed)), []);
      assert.ok(feed.entries.length >= 100);
      const dates = feed.entries.map(({ updated }) => updated);
      assert.deepEqual(dates, dates.toSorted().reverse());
      assert.ok(dates.every((date) => date <= feed.updated));
    });
  }

  test('/new.xml has every authored page and the guides', () => {
    const addresses = feeds.new.entries.map(({ address }) => address);
    assert.equal(addresses[0], guide.address);
    for (const port of atlas.authored()) assert.ok(addresses.includes(`/${port}`), String(port));
  });

  test('what has a meaning in XML comes through unharmed', () => {
    const [entry] = childrenNamed(parseXml(atomFeed(feeds.new)), 'entry');
    assert.ok(entry);
    assert.equal(childrenNamed(entry, 'title')[0]?.text, guide.title);
    assert.equal(childrenNamed(entry, 'summary')[0]?.text, guide.summary);
    assert.equal(childrenNamed(entry, 'id')[0]?.text, SITE + guide.address);
  });
});

test('every guide is in the feed, at its address', () => {
  const entries = newFeed(atlas, allGuides()).entries.map(({ address }) => address);
  assert.ok(allGuides().length > 0);
  for (const { address, slug } of allGuides()) {
    assert.equal(address, `/guides/${slug}`);
    assert.ok(entries.includes(address), address);
  }
});

describe('the rules notice', () => {
  const good = atomFeed({ ...feeds.new, entries: feeds.new.entries.slice(0, 2) });
  const broken: [string, (text: string) => string][] = [
    ['a tag that is not closed', (text) => text.replace('</title>', '')],
    ['an ampersand that is not escaped', (text) => text.replace('&amp;', '&')],
    ['a feed of no namespace', (text) => text.replace(/ xmlns="[^"]+"/, '')],
    ['no id', (text) => text.replace(/<id>[^<]+<\/id>/, '')],
    ['an id that is no address', (text) => text.replace(/<id>[^<]+<\/id>/, '<id>new</id>')],
    ['two titles', (text) => text.replace('<subtitle>', '<title>x</title><subtitle>')],
    ['no moment, but a day', (text) => text.replace('T00:00:00Z', '')],
    ['a day that is in no calendar', (text) => text.replace(/\d\d-\d\dT/, '02-30T')],
    ['no self', (text) => text.replace('rel="self"', 'rel="related"')],
    ['no author', (text) => text.replace(/<author>.*<\/author>/, '')],
    ['an entry without a link', (text) => text.replace(/(<entry>.*?)<link [^>]+>/, '$1')],
    ['an entry twice', (text) => text.replace(/<entry>.*<\/entry>/, '$&$&')],
    ['what Atom does not have', (text) => text.replace('</author>', '</author><item/>')],
  ];
  for (const [fault, breaking] of broken) {
    test(fault, () => {
      assert.deepEqual(atomFaults(good), []);
      assert.notEqual(breaking(good), good);
      assert.notDeepEqual(atomFaults(breaking(good)), []);
    });
  }
});

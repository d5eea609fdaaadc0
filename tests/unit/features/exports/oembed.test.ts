/** The oEmbed documents have what the specification asks of a link, and a picture with its size. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SITE } from '../../../../src/base/site-address.ts';
import { oembed, oembedAddress } from '../../../../src/features/exports/oembed.ts';
import { sharedAtlas } from '../../../helpers/atlas.ts';

const atlas = sharedAtlas();

test('of every authored page', () => {
  for (const port of atlas.authored()) {
    const { page } = atlas.port(port);
    assert.ok(page);
    const document = JSON.parse(JSON.stringify(oembed(page)));
    assert.equal(document.version, '1.0');
    assert.equal(document.type, 'link');
    assert.match(document.title, new RegExp(`^Port ${port}\\b`));
    assert.doesNotMatch(document.title, /Port \d+: Port\b/);
    for (const field of ['author_url', 'provider_url', 'thumbnail_url'])
      assert.ok(document[field].startsWith(SITE), field);
    assert.equal(document.thumbnail_url, `${SITE}/og/${port}.png`);
    assert.deepEqual([document.thumbnail_width, document.thumbnail_height], [1200, 630]);
    assert.ok(Number.isInteger(document.cache_age) && document.cache_age > 0);
  }
  assert.equal(oembedAddress(22), '/oembed/22.json');
});

/**
 * What an oEmbed consumer is told of a page. A static site cannot answer `?url=`, so each page names
 * a document of its own, which the specification allows: it is found through the page's <link>.
 */

import { absolute } from '../../base/site-address.ts';
import type { PortPage } from '../../facts/schemas/port-page.ts';
import { portCardAddress } from '../../words/card-address.ts';
import { portTitle } from '../../words/prose/port-title.ts';

export const oembedAddress = (port: number) => `/oembed/${port}.json`;

const PICTURE = { width: 1200, height: 630 };

/** Consumers may keep it for a day. */
const CACHE_SECONDS = 86_400;

export function oembed(page: PortPage) {
  return {
    version: '1.0',
    type: 'link',
    title: portTitle(page),
    author_name: 'The Portolan authors',
    author_url: absolute('/about'),
    provider_name: 'Portolan',
    provider_url: absolute('/'),
    cache_age: CACHE_SECONDS,
    thumbnail_url: absolute(portCardAddress(page.port)),
    thumbnail_width: PICTURE.width,
    thumbnail_height: PICTURE.height,
  } as const;
}

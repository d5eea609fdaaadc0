/** /oembed/3330.json, for each port that somebody wrote about. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { oembed } from '../../features/exports/oembed.ts';
import { siteAtlas } from '../../site/atlas.ts';

export const getStaticPaths = (() =>
  [...siteAtlas().authored()].map((port) => ({
    params: { port: String(port) },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const { page } = siteAtlas().port(Number(params.port));
  return page
    ? new Response(`${JSON.stringify(oembed(page))}\n`)
    : new Response(null, { status: 404 });
};

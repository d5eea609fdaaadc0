/** What a language model, or somebody who writes a tool for one, needs to know to read the site well. */
import type { APIRoute } from 'astro';
import { siteAtlas } from '../site/atlas.ts';
import { allGuides } from '../site/guides.ts';
import { llmsText } from '../site/llms-text.ts';

export const GET: APIRoute = () => new Response(llmsText(siteAtlas(), allGuides()));

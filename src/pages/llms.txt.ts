/** What a language model, or somebody who writes a tool for one, needs to know to read the site well. */
import type { APIRoute } from 'astro';
import { allGuides } from '../facts/guides.ts';
import { llmsText } from '../features/exports/llms-text.ts';
import { siteAtlas } from '../site/atlas.ts';

export const GET: APIRoute = () => new Response(llmsText(siteAtlas(), allGuides()));

/** The pages that Astro renders: those with a story, those that are no port's, and the frame of all other ports. */
import { type AstroIntegration, type AstroPrerenderer, build } from 'astro';
import { ROOT } from '../../base/folders.ts';
import { SITE } from '../../base/site-address.ts';
import { FRAME_FILE } from '../../site/port-page.ts';
import { askForFrame } from '../../site/rendered-ports.ts';

export interface Rendering {
  folder: string;
  onFrame: (html: string) => void;
  onProgress: (done: number, total: number) => void;
}

/** @returns the number of pages */
export async function renderPages({ folder, onFrame, onProgress }: Rendering): Promise<number> {
  let total = 0;
  Object.assign(process.env, { ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' });
  askForFrame();
  const count = (prerenderer: AstroPrerenderer): AstroPrerenderer => {
    let done = 0;
    return {
      ...prerenderer,
      async getStaticPaths() {
        const paths = await prerenderer.getStaticPaths();
        const frame = paths.find(({ pathname }) => pathname === `/${FRAME_FILE}`);
        if (frame) onFrame(await renderFrame(prerenderer, frame));
        const others = paths.filter((path) => path !== frame);
        total = others.length;
        return others;
      },
      async render(request, options) {
        const rendered = await prerenderer.render(request, options);
        onProgress(++done, total);
        return rendered;
      },
    };
  };
  const pages: AstroIntegration = {
    name: 'portolan-pages',
    hooks: { 'astro:build:start': ({ setPrerenderer }) => setPrerenderer(count) },
  };
  await build({ root: ROOT, outDir: folder, logLevel: 'error', integrations: [pages] });
  return total;
}

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** First of all: the threads wait for it. */
async function renderFrame(
  prerenderer: AstroPrerenderer,
  { pathname, route }: Path,
): Promise<string> {
  const request = new Request(new URL(pathname, SITE));
  const rendered = await prerenderer.render(request, { routeData: route });
  return ('response' in rendered ? rendered.response : rendered).text();
}

/**
 * Tells the parent process how far the pages are. Astro logs a line per page, which is of no use
 * for 65,536 of them; its prerenderer is the public place to count.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function progress() {
  return {
    name: 'portolan-progress',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        if (!process.send) return;
        setPrerenderer(counting);
      },
    },
  };
}

/** How many pages pass between two messages. */
const STEP = 256;

/** @param {import('astro').AstroPrerenderer} prerenderer */
function counting(prerenderer) {
  let total = 0;
  let done = 0;
  const tell = () => process.send?.({ done, total });
  return {
    ...prerenderer,
    async getStaticPaths() {
      const paths = await prerenderer.getStaticPaths();
      total = paths.length;
      tell();
      return paths;
    },
    /** @param {Parameters<typeof prerenderer.render>} args */
    async render(...args) {
      const response = await prerenderer.render(...args);
      done++;
      if (done % STEP === 0 || done === total) tell();
      return response;
    },
  };
}

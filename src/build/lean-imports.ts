/**
 * A script that is fetched later is fetched by a plain import(). Vite would put two kilobytes into
 * every page to fetch the parts of such a script side by side; here they are few and small, and none
 * brings a style sheet of its own.
 */
export const leanImports = {
  name: 'portolan-lean-imports',
  enforce: 'pre' as const,
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

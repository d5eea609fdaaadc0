/** A small site in a temporary folder, with a file of every kind, and what serves it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Listening, listen } from '../../src/server/listen.ts';
import { createSite } from '../../src/server/site.ts';
import { ask } from './client.ts';

export const page = `<!doctype html><title>Port 3330</title>${'<p>What listens on port 3330?</p>'.repeat(300)}`;
export const bigFile = JSON.stringify(
  Array.from({ length: 120_000 }, (_, port) => ({ port, n: port * 7 })),
);
export const bytes = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 31) % 256));

export const files: Record<string, string | Buffer> = {
  'index.html': '<!doctype html><title>Portolan</title>',
  '404.html': `<!doctype html><title>No such page</title>${'<p>Nothing here.</p>'.repeat(100)}`,
  '443.html': page,
  '3330.html': page,
  'about.html': page,
  'port-404.html': page.replaceAll('3330', '404'),
  'range/3000-3999.html': page,
  '3330.json': JSON.stringify({ port: 3330, text: 'x'.repeat(2000) }),
  'ports.csv': 'port,name\n'.repeat(500),
  'notes.txt': 'text\n'.repeat(500),
  'sitemap.xml': '<urlset/>',
  'big.json': bigFile,
  'chart.png': bytes,
  'mark.svg': `<svg xmlns="http://www.w3.org/2000/svg">${'<path/>'.repeat(300)}</svg>`,
  'site.webmanifest': '{}',
  'unknown.thing': bytes,
  '_assets/site.4f2a.css': 'a { color: red }\n'.repeat(200),
  '_assets/site.77aa.js': 'console.log(1);\n'.repeat(200),
  '_assets/index.9c1d.wasm': bytes,
  '_assets/face.11aa.woff2': bytes,
  'pagefind/pagefind.js': 'export {};\n'.repeat(200),
  'pagefind/wasm.en.pagefind': bytes,
  'pagefind/en_1.pf_meta': bytes,
  'pagefind/index/en_2.pf_index': bytes,
  'pagefind/fragment/en_3.pf_fragment': bytes,
  '.stamp': 'secret',
  _headers: '/*\n',
  _redirects: '/a /b\n',
};

export interface SampleSite {
  /** Holds the folder of the site, and files that must not be served. */
  temporary: string;
  folder: string;
  port: number;
  get: (path: string, headers?: Record<string, string>) => ReturnType<typeof ask>;
  remove: () => Promise<void>;
}

export async function serveSampleSite(): Promise<SampleSite> {
  const temporary = mkdtempSync(join(tmpdir(), 'portolan-server-'));
  const folder = join(temporary, 'dist');
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(join(temporary, 'outside.html'), 'secret');
  writeFileSync(join(temporary, 'outside.txt'), 'secret');
  const { close, port }: Listening = await listen(createSite({ folder }), 0, ['127.0.0.1']);
  return {
    temporary,
    folder,
    port,
    get: (path, headers = {}) => ask(port, path, { headers }),
    remove: async () => {
      await close();
      rmSync(temporary, { recursive: true, force: true });
    },
  };
}

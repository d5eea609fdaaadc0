/** A site for Hugo: as many pages as ours, of the same size on average, that differ in a number and a few words. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const hugoIsThere = (): boolean => spawnSync('hugo', ['version']).status === 0;

/** @returns what builds it and tells the seconds */
export function makeHugoSite(
  folder: string,
  { bytes, pages }: { bytes: number; pages: number },
): () => number {
  const content = join(folder, 'content');
  const layouts = join(folder, 'layouts/_default');
  for (const each of [content, layouts]) mkdirSync(each, { recursive: true });
  writeFileSync(
    join(folder, 'config.toml'),
    "baseURL = 'https://portolan.example/'\ntitle = 'x'\nuglyURLs = true\n" +
      "disableKinds = ['taxonomy', 'term', 'RSS', 'sitemap', '404']\n",
  );
  writeFileSync(join(layouts, 'single.html'), template(bytes));
  writeFileSync(join(layouts, 'list.html'), '<!doctype html><title>x</title>');
  for (let page = 0; page < pages; page++)
    writeFileSync(
      join(content, `${page}.md`),
      `---\ntitle: 'Port ${page}'\nport: ${page}\nstatus: unassigned\n---\nPort ${page} is *one* of ${pages}.\n`,
    );
  const out = join(folder, 'out');
  return () => {
    const began = performance.now();
    const { status, stderr } = spawnSync('hugo', ['--quiet', '-s', folder, '-d', out], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    const seconds = (performance.now() - began) / 1000;
    rmSync(out, { recursive: true });
    return seconds;
  };
}

const LINE =
  '<p>What listens on port {{ .Params.port }}? Its status is {{ .Params.status }}; ask the system.</p>\n';

function template(bytes: number): string {
  const head = '<!doctype html><title>{{ .Title }}</title>\n{{ .Content }}\n';
  return head + LINE.repeat(Math.max(0, Math.round((bytes - head.length) / (LINE.length - 30))));
}

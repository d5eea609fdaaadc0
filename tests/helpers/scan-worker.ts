/** Reads its share of the pages, once each, and keeps of them what the checks over the whole site need. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { factsOf } from './page-facts.ts';
import type { Finding, PageEntry, Share } from './scan.ts';
import { inSite } from './site-files.ts';

const share: Share = { pages: [], findings: [], links: new Map() };
for (const file of workerData as string[]) {
  const { entry, findings, links } = look(file);
  share.pages.push(entry);
  share.findings.push(...findings);
  for (const link of links) if (!share.links.has(link)) share.links.set(link, file);
}
parentPort?.postMessage(share);

function look(file: string): { entry: PageEntry; findings: Finding[]; links: string[] } {
  const html = readFileSync(inSite(file));
  const { ids, links, parseErrors, requests, statuses, ...identity } = factsOf(
    html.toString('utf8'),
  );
  const known = new Set(ids);
  const findings: Finding[] = [];
  const find = (kind: Finding['kind'], text: string) => findings.push({ kind, file, text });
  for (const error of parseErrors) find('parse error', error);
  for (const [index, id] of ids.entries()) if (ids.indexOf(id) !== index) find('repeated id', id);
  for (const request of requests) if (isElsewhere(request)) find('request elsewhere', request);

  const others: string[] = [];
  for (const link of [...links, ...requests]) {
    if (link.startsWith('#')) {
      if (link !== '#' && !known.has(decodeURIComponent(link.slice(1)))) find('dead anchor', link);
    } else if (!isElsewhere(link)) others.push(link);
    else if (!URL.canParse(link)) find('broken address', link);
  }
  return { entry: { file, bytes: html.length, statuses, ...identity }, findings, links: others };
}

/** On another host, or not something that a host would be asked for. */
function isElsewhere(address: string): boolean {
  return /^([a-z][a-z\d+.-]*:|\/\/)/i.test(address);
}

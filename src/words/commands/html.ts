/**
 * The commands of a port as HTML. A string and not a component, because it is the largest part of
 * 65,536 pages and the same on most of them but for the number: each variant is composed once.
 * End tags that HTML lets one leave out are left out.
 */

import { escapeText } from '../../base/escape.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { Command, CommandGroup } from './command.ts';
import { caution, commandsFor, targetOf } from './commands.ts';

/** Stands for the number while a variant is kept; no command contains it. */
const PLACE = 7777777;

const variants = new Map<string, string>();

export function commandsHtml(record: PortRecord): string {
  const { port, ...facts } = targetOf(record);
  if (port === 0) return `<p>${caution(port)}`;
  const key = JSON.stringify(facts);
  let html = variants.get(key);
  if (html === undefined) {
    const groups = commandsFor({ port: PLACE, ...facts }).map(groupHtml);
    html = `<p>${caution(PLACE)}</p><pn-tabs>${groups.join('')}</pn-tabs>`;
    variants.set(key, html);
  }
  return html.replaceAll(String(PLACE), String(port));
}

function groupHtml({ check, firewall, id, name, stop, warning }: CommandGroup): string {
  const change = [...stop, ...firewall];
  const title = firewall.length > 0 ? 'Stop, allow, block' : 'Stop';
  const warningHtml = warning ? `<p><b>${escapeText(warning)}</b></p>` : '';
  const changeHtml = change.length > 0 ? `<h4>${title}</h4>${warningHtml}${listHtml(change)}` : '';
  return `<div id=check-${id}><h3>${name}</h3>${listHtml(check)}${changeHtml}</div>`;
}

function listHtml(commands: readonly Command[]): string {
  const items = commands.map(({ look, run }) => `<dt>${escapeText(run)}<dd>${escapeText(look)}`);
  return `<dl>${items.join('')}</dl>`;
}

/**
 * The commands of a port as HTML. A string and not a component, because it is the largest part of
 * 65,536 pages and the same on most of them but for the number: each variant is composed once.
 * End tags that HTML lets one leave out are left out.
 */

import { escapeText } from '../../base/escape.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import type { Command, CommandGroup } from './command.ts';
import { commandsFor, targetOf } from './commands.ts';

/** Stands for the number while a variant is kept; no command contains it. */
const PLACE = 7777777;

const variants = new Map<string, string>();

export function commandsHtml(record: PortRecord): string {
  const { mode, web } = targetOf(record);
  const key = `${mode} ${web}`;
  let html = variants.get(key);
  if (html === undefined) {
    html = commandsFor({ port: PLACE, mode, web }).map(groupHtml).join('');
    variants.set(key, html);
  }
  return html.replaceAll(String(PLACE), String(record.port));
}

function groupHtml({ check, firewall, id, name, stop }: CommandGroup): string {
  const change = [...stop, ...firewall];
  const title = firewall.length > 0 ? 'Stop, allow, block' : 'Stop';
  const changeHtml = change.length > 0 ? `<h4>${title}</h4>${listHtml(change)}` : '';
  return `<div id=check-${id}><h3>${name}</h3>${listHtml(check)}${changeHtml}</div>`;
}

function listHtml(commands: readonly Command[]): string {
  const items = commands.map(({ look, run }) => `<dt>${escapeText(run)}<dd>${escapeText(look)}`);
  return `<dl>${items.join('')}</dl>`;
}

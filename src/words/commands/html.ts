/**
 * The commands of a port as HTML. A string and not a component, because it is the largest part of
 * 65,536 pages and the same on most of them but for the number: each variant is composed once.
 * End tags that HTML lets one leave out are left out.
 */

import { escapeHtml } from '../../base/escape.ts';
import type { PortRecord } from '../../facts/atlas/record.ts';
import { type Said, said } from '../messages/said.ts';
import type { Speaker } from '../messages/speaker.ts';
import type { Command, CommandGroup } from './command.ts';
import { caution, commandsFor, targetOf } from './commands.ts';

/** Stands for the number while a variant is kept; no command contains it. */
const PLACE = 7777777;

const variants = new Map<string, string>();

export function commandsHtml(record: PortRecord, speaker: Speaker): string {
  const { port, ...facts } = targetOf(record);
  if (port === 0) return `<p>${speaker.html(caution(port))}`;
  const key = speaker.code + JSON.stringify(facts);
  let html = variants.get(key);
  if (html === undefined) {
    const groups = commandsFor({ port: PLACE, ...facts }).map((group) => groupHtml(group, speaker));
    const label = speaker.code === 'en' ? '' : ` label="${speaker.html(said('command.system'))}"`;
    html = `<p>${speaker.html(caution(PLACE))}</p><pn-tabs${label}>${groups.join('')}</pn-tabs>`;
    variants.set(key, html);
  }
  return html.replaceAll(String(PLACE), String(port));
}

function groupHtml(group: CommandGroup, speaker: Speaker): string {
  const { check, firewall, id, name, stop, warning } = group;
  const say = (line: Said) => speaker.html(line);
  const change = [...stop, ...firewall];
  const title = said(firewall.length > 0 ? 'command.change' : 'command.stop');
  const warningHtml = warning ? `<p><b>${say(warning)}</b></p>` : '';
  const changeHtml =
    change.length > 0 ? `<h4>${say(title)}</h4>${warningHtml}${listHtml(change, speaker)}` : '';
  const heading = typeof name === 'string' ? name : say(name);
  return `<div id=check-${id}><h3>${heading}</h3>${listHtml(check, speaker)}${changeHtml}</div>`;
}

/** A browser that translates pages by itself leaves the commands alone. */
function listHtml(commands: readonly Command[], speaker: Speaker): string {
  const items = commands.map(
    ({ look, run }) => `<dt translate=no>${escapeHtml(run)}<dd>${speaker.html(look)}`,
  );
  return `<dl>${items.join('')}</dl>`;
}

/**
 * Faults in how tags are nested. parse5 tells of malformed tags and of malformed text, but mends
 * wrong nesting in silence: here, the tree it made is held against the tags as they were written.
 */
import type { Element } from './dom.ts';

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/** Where HTML lets an author leave the end tag out; all else that is open must be closed. */
const MAY_STAY_OPEN = new Set(
  'html head body li dt dd p option optgroup rt rp thead tbody tfoot tr td th colgroup'.split(' '),
);

/** What a browser adds by right where the tag is left out. */
const IMPLIED = new Set(['html', 'head', 'body', 'tbody', 'colgroup']);

const mayStayOpen = (tagName: string) => VOID.has(tagName) || MAY_STAY_OPEN.has(tagName);

const SVG = 'http://www.w3.org/2000/svg';

const TAG = /<(\/?)[a-z][^\s/>]*(?:[^"'>]|"[^"]*"|'[^']*')*>/gi;

export function nestingFaults(html: string, elements: readonly Element[]): string[] {
  const faults: string[] = [];
  let started = 0;
  let ended = 0;
  let last = -1;
  // Only in a drawing does a slash at the end of a tag mean anything.
  const selfClosing = ({ endOffset }: { endOffset: number }) => html[endOffset - 2] === '/';
  for (const { namespaceURI, sourceCodeLocation, tagName } of elements) {
    if (!sourceCodeLocation?.startTag) {
      if (!IMPLIED.has(tagName)) faults.push(`<${tagName}> that nobody wrote`);
      continue;
    }
    started++;
    const { endTag, startOffset, startTag } = sourceCodeLocation;
    const where = `${startTag.startLine}:${startTag.startCol}`;
    if (startOffset < last) faults.push(`misplaced element before <${tagName}> at ${where}`);
    last = startOffset;
    if (endTag) ended++;
    else if (!mayStayOpen(tagName) && !(namespaceURI === SVG && selfClosing(startTag)))
      faults.push(`unclosed <${tagName}> at ${where}`);
  }
  const written = [...html.matchAll(TAG)];
  const ends = written.filter(([, slash]) => slash === '/').length;
  if (ends !== ended) faults.push(`${ends} end tags, but ${ended} that end something`);
  const starts = written.length - ends;
  if (starts !== started) faults.push(`${starts} start tags, but ${started} that start something`);
  return faults;
}

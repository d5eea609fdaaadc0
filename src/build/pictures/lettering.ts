/**
 * Words as outlines. A bare machine has no font at all, so the letters come from npm and are drawn
 * as paths: the same picture on every machine.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Font, type Glyph, parse } from 'opentype.js/dist/opentype.mjs';

type FaceName = 'number' | 'serif' | 'sans' | 'strong';

const FILES: Record<FaceName, string> = {
  number: '@fontsource/gentium-book-plus/files/gentium-book-plus-latin-700-normal.woff',
  serif: '@fontsource/gentium-book-plus/files/gentium-book-plus-latin-400-normal.woff',
  sans: '@fontsource/lato/files/lato-latin-400-normal.woff',
  strong: '@fontsource/lato/files/lato-latin-700-normal.woff',
};

const opened = new Map<FaceName, Font>();

function faceOf(name: FaceName): Font {
  return opened.getOrInsertComputed(name, () => {
    const { buffer } = Uint8Array.from(
      readFileSync(fileURLToPath(import.meta.resolve(FILES[name]))),
    );
    return parse(buffer);
  });
}

export interface Type {
  face: FaceName;
  size: number;
}

/** Of each text that was measured, in parts of its size: lines are tried at many widths and sizes. */
const widths = new Map<string, number>();

export function widthOf(text: string, { face, size }: Type): number {
  const width = widths.getOrInsertComputed(`${face} ${text}`, () => {
    const font = faceOf(face);
    const last = [...placed(text, font)].at(-1);
    return last ? (last.at + last.glyph.advanceWidth) / font.unitsPerEm : 0;
  });
  return width * size;
}

/** The outlines of a line of text that begins at x and stands on y. */
export function outline(text: string, x: number, y: number, { face, size }: Type): string {
  const font = faceOf(face);
  const scale = size / font.unitsPerEm;
  let path = '';
  for (const { at, glyph } of placed(text, font)) {
    const point = (right: number, up: number) =>
      `${tenth(x + (at + right) * scale)} ${tenth(y - up * scale)}`;
    for (const { type, x: toX, y: toY, x1, x2, y1, y2 } of glyph.path.commands) {
      if (type === 'Z') path += 'Z';
      else if (type === 'C') path += `C${point(x1, y1)} ${point(x2, y2)} ${point(toX, toY)}`;
      else if (type === 'Q') path += `Q${point(x1, y1)} ${point(toX, toY)}`;
      else path += type + point(toX, toY);
    }
  }
  return path;
}

/** As many lines as fit into the width; a text that needs more ends in an ellipsis. */
export function wrapped(text: string, width: number, most: number, type: Type): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && widthOf(longer, type) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]?.replace(/[,;:.]$/, '')}…`];
}

/** The same in lines of like length: the narrowest that needs no line more. */
export function balanced(text: string, width: number, most: number, type: Type): string[] {
  const lines = wrapped(text, width, most, type);
  let best = lines;
  for (let narrower = width - STEP; narrower > width / 2; narrower -= STEP) {
    const tried = wrapped(text, narrower, most + 1, type);
    if (tried.length > lines.length || lines.length > most) break;
    best = tried;
  }
  return best;
}

const STEP = 20;

/** A letter that the font lacks is drawn without its accent, or left out. */
function* placed(text: string, font: Font): Generator<{ glyph: Glyph; at: number }> {
  let at = 0;
  let previous: Glyph | undefined;
  for (const character of text.replace(/(?<=\w)'/g, '’')) {
    let glyph = font.charToGlyph(character);
    if (glyph.index === 0) glyph = font.charToGlyph(character.normalize('NFD').charAt(0));
    if (glyph.index === 0) continue;
    if (previous) at += font.getKerningValue(previous, glyph);
    yield { glyph, at };
    at += glyph.advanceWidth;
    previous = glyph;
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10;

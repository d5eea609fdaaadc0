/**
 * The set of the documented ports as a short string: the lengths of the runs of ports in it and out
 * of it, in turns.
 */
import { LAST_PORT } from '../../base/ranges.ts';

/** From '#' to '[' no sign means anything in a string. */
const FIRST = 35;
/** The first 30 signs end a number; the other 27 carry what is left over. */
const ENDS = 30;
const REST = 27;

/** The runs of one kind stand together, since they are alike and pack better so. */
export function writePorts(ports: readonly number[]): string {
  const known = new Set(ports);
  const runs = ['', ''];
  for (let port = 0, kind = 0; port <= LAST_PORT; kind = 1 - kind) {
    const begin = port;
    while (port <= LAST_PORT && known.has(port) === (kind === 0)) port++;
    runs[kind] += writeNumber(port - begin);
  }
  return runs.join(' ');
}

function writeNumber(number: number): string {
  return number < ENDS
    ? String.fromCharCode(FIRST + number)
    : String.fromCharCode(FIRST + ENDS + (number % REST)) + writeNumber(Math.floor(number / REST));
}

export function readPorts(text: string): number[] {
  const [inside = [], outside = []] = text.split(' ').map(readNumbers);
  const ports: number[] = [];
  let port = 0;
  for (const [index, length] of inside.entries()) {
    for (const end = port + length; port < end; port++) ports.push(port);
    port += outside[index] ?? 0;
  }
  return ports;
}

function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let number = 0;
  let place = 1;
  for (const sign of text) {
    const value = sign.charCodeAt(0) - FIRST;
    if (value < ENDS) {
      numbers.push(number + value * place);
      number = 0;
      place = 1;
    } else {
      number += (value - ENDS) * place;
      place *= REST;
    }
  }
  return numbers;
}

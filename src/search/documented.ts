/** The set of the documented ports as a short string: the lengths of the runs of ports in it and out of it, in turns. */
import { LAST_PORT } from './query.ts';

/** The first 45 end a number; the others carry what is left over. */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ENDS = 45;
const REST = SIGNS.length - ENDS;

export function writePorts(ports: readonly number[]): string {
  const known = new Set(ports);
  let text = '';
  for (let port = 0, inside = true; port <= LAST_PORT; inside = !inside) {
    const begin = port;
    while (port <= LAST_PORT && known.has(port) === inside) port++;
    text += writeNumber(port - begin);
  }
  return text;
}

export function readPorts(text: string): number[] {
  const ports: number[] = [];
  let port = 0;
  let inside = true;
  let length = 0;
  let place = 1;
  for (const sign of text) {
    const value = SIGNS.indexOf(sign);
    if (value < ENDS) {
      for (const end = port + length + value * place; port < end; port++)
        if (inside) ports.push(port);
      inside = !inside;
      length = 0;
      place = 1;
    } else {
      length += (value - ENDS) * place;
      place *= REST;
    }
  }
  return ports;
}

function writeNumber(number: number): string {
  return number < ENDS
    ? SIGNS.charAt(number)
    : SIGNS.charAt(ENDS + (number % REST)) + writeNumber(Math.floor(number / REST));
}

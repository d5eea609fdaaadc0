/** Sorted ports as the runs they form: '0 1.5 a' is how many lie between, and after a dot how many follow. */

export function writeRuns(ports: readonly number[]): string {
  const runs: string[] = [];
  let end = 0;
  for (let at = 0; at < ports.length; ) {
    const low = ports[at] as number;
    let length = 1;
    while (ports[at + length] === low + length) length++;
    runs.push((low - end).toString(36) + (length === 1 ? '' : `.${length.toString(36)}`));
    end = low + length;
    at += length;
  }
  return runs.join(' ');
}

export function readRuns(text: string): number[] {
  const ports: number[] = [];
  let port = 0;
  for (const run of text === '' ? [] : text.split(' ')) {
    const [gap = '', length = '1'] = run.split('.');
    port += Number.parseInt(gap, 36);
    for (const end = port + Number.parseInt(length, 36); port < end; port++) ports.push(port);
  }
  return ports;
}

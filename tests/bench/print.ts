/** One figure a line: what, how much, of what. */
export function figure(what: string, value: number | string, unit = ''): void {
  const shown =
    typeof value === 'number'
      ? new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(value)
      : value;
  console.log(`  ${what.padEnd(52)} ${shown.padStart(10)} ${unit}`);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

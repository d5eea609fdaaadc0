/** A line on the terminal that tells the phase, the pages done, the rate and the time left; quiet elsewhere. */
export class ProgressBar {
  readonly #live = process.stdout.isTTY === true && !process.env.CI;
  #phase = '';
  #began = performance.now();

  begin(phase: string): void {
    this.#phase = phase;
    this.#began = performance.now();
    if (this.#live) this.#draw(phase);
  }

  update(done: number, total: number): void {
    if (!this.#live || total === 0) return;
    const seconds = (performance.now() - this.#began) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
    const width = 24;
    const filled = Math.round((done / total) * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    this.#draw(`${this.#phase} ${bar} ${done}/${total} · ${Math.round(rate)}/s · ${left} s left`);
  }

  /** Ends the phase; returns its seconds. */
  end(note = ''): number {
    const seconds = (performance.now() - this.#began) / 1000;
    if (this.#live) this.#draw('');
    console.log(
      `${this.#phase.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s${note ? `  ${note}` : ''}`,
    );
    return seconds;
  }

  #draw(text: string): void {
    process.stdout.write(`\r\x1b[2K${text}`);
  }
}

/**
 * <pn-chart>: the port under the pointer or the arrow keys, opened by click or Enter; a status
 * picked out by its key.
 */
const SIDE = 256;
const ENGLISH = document.documentElement.lang === 'en';

class Chart extends HTMLElement {
  #port = 0;
  #output: HTMLOutputElement | null = null;
  #cursor = document.createElement('span');

  connectedCallback(): void {
    const image = this.querySelector('img');
    if (!image) return;
    const frame = document.createElement('div');
    frame.className = 'chart-frame';
    frame.tabIndex = 0;
    frame.role = 'application';
    // In other languages, the words that the picture has anyway.
    frame.ariaLabel = ENGLISH
      ? 'Chart of all ports. Arrow keys move, Enter opens the port.'
      : image.alt;
    this.#cursor.className = 'chart-cursor';
    frame.append(image, this.#cursor);
    this.prepend(frame);
    this.#output = this.querySelector('output');
    frame.addEventListener('pointermove', (event) => this.#show(this.#portAt(event, frame)));
    frame.addEventListener('click', (event) => this.#open(this.#portAt(event, frame)));
    frame.addEventListener('keydown', (event) => this.#key(event));
    this.#show(0);
    this.#filters(image, frame);
  }

  #portAt(event: MouseEvent, frame: HTMLElement): number {
    const box = frame.getBoundingClientRect();
    const place = (offset: number, size: number) =>
      Math.max(0, Math.min(SIDE - 1, Math.floor((offset / size) * SIDE)));
    return (
      place(event.clientY - box.top, box.height) * SIDE + place(event.clientX - box.left, box.width)
    );
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#open(this.#port);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: SIDE, ArrowUp: -SIDE }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#show(Math.max(0, Math.min(SIDE * SIDE - 1, this.#port + step)));
  }

  #show(port: number): void {
    this.#port = port;
    if (this.#output) this.#output.textContent = ENGLISH ? `Port ${port}` : `${port}`;
    this.#cursor.style.insetInlineStart = `${((port % SIDE) / SIDE) * 100}%`;
    this.#cursor.style.insetBlockStart = `${(Math.floor(port / SIDE) / SIDE) * 100}%`;
  }

  #open(port: number): void {
    location.href = `/${port}`;
  }

  /** The keys of the legend become buttons that leave only their colour on the picture. */
  #filters(image: HTMLImageElement, frame: HTMLElement): void {
    const canvas = document.createElement('canvas');
    canvas.width = SIDE;
    canvas.height = SIDE;
    for (const key of document.querySelectorAll<HTMLElement>('.chart [data-status]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = key.className;
      button.textContent = key.textContent;
      button.setAttribute('aria-pressed', 'false');
      button.addEventListener('click', () => {
        const on = button.getAttribute('aria-pressed') !== 'true';
        for (const other of document.querySelectorAll('.chart [aria-pressed]'))
          other.setAttribute('aria-pressed', 'false');
        button.setAttribute('aria-pressed', String(on));
        canvas.remove();
        if (on) {
          drawOnly(canvas, image, key.dataset.colour ?? '');
          frame.append(canvas);
        }
      });
      key.replaceWith(button);
    }
  }
}

/** How much of the other statuses is left, and how an open point is shown when it is asked for. */
const FAINT = 36;
const OPEN = [184, 133, 59, 255];

/** Copies the picture with every other colour made faint. */
function drawOnly(canvas: HTMLCanvasElement, image: HTMLImageElement, colour: string): void {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return;
  context.clearRect(0, 0, SIDE, SIDE);
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, SIDE, SIDE);
  const wanted = colour.split(',').map(Number);
  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4) {
    const same = wanted.every((value, channel) => data[at + channel] === value);
    if (!same) data[at + 3] = Math.min(data[at + 3] ?? 0, FAINT);
    else if (data[at + 3] === 0) data.set(OPEN, at);
  }
  context.putImageData(pixels, 0, 0);
}

customElements.define('pn-chart', Chart);

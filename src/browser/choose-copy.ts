/** A button that copies what was computed after the page had come, and so is none of copy.ts. */
import { element } from './element.ts';

const SHOWN_FOR = 2000;

export function copyButton(title: string, text: () => string, className = ''): HTMLButtonElement {
  const button = element('button', { type: 'button', className }, title);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = 'Copied';
    } catch {
      // Not allowed, or no such thing on an address without TLS.
      button.textContent = 'Not allowed';
    }
    setTimeout(() => {
      button.textContent = title;
    }, SHOWN_FOR);
  });
  return button;
}

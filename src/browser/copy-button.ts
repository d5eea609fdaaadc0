/** A button on each command that copies the command alone. */
import { buttonText } from './interface-words.ts';

function addButtons(): void {
  for (const block of document.querySelectorAll<HTMLElement>('#check dt, pre'))
    if (!block.querySelector('.copy')) addButton(block);
}

function addButton(block: HTMLElement): void {
  const code = block.querySelector('code') ?? codeOf(block);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = buttonText('copy');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = buttonText('copied');
    } catch {
      // Not allowed, or no such thing on an address without TLS: then the reader copies it.
      getSelection()?.selectAllChildren(code);
      button.textContent = buttonText('selected');
    }
    setTimeout(() => {
      button.textContent = buttonText('copy');
    }, 2000);
  });
  block.tabIndex = 0;
  block.append(button);
}

/** Bytes count where the commands are served, so there they stand in no <code>. */
function codeOf(block: HTMLElement): HTMLElement {
  const code = document.createElement('code');
  code.append(...block.childNodes);
  block.append(code);
  return code;
}

addButtons();
addEventListener('pn-translated', addButtons);

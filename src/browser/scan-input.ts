/** Everything that a text can come from: typed, pasted, dropped, chosen as a file. */
import type { Source } from './scan-messages.ts';

/** A box takes seconds to lay out a text longer than this; such a text is read without being shown. */
const LONGEST_SHOWN = 200_000;

const megabytes = new Intl.NumberFormat('en-GB', {
  style: 'unit',
  unit: 'megabyte',
  maximumFractionDigits: 1,
});

/** Hands over what there is to read, and how to call it where it is not to be seen in the box. */
export function watchInput(
  form: HTMLFormElement,
  take: (source: Source, name: string) => void,
): void {
  const box = form.querySelector('textarea');
  const chooser = form.querySelector<HTMLInputElement>('input[type=file]');
  if (!box || !chooser) return;
  /** What is not to be seen in the box, until something else is put there. */
  let held: { source: Source; name: string } | undefined;
  const hold = (source: Source, name: string) => {
    box.value = '';
    held = { source, name };
    take(source, name);
  };
  const takeFiles = (files: readonly File[]) =>
    hold(files, files.map(({ name }) => name).join(', '));
  const takeLong = (text: string) => hold(text, `${megabytes.format(text.length / 1e6)} of text`);

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (held && box.value === '') take(held.source, held.name);
    else take(box.value, '');
  });
  form.addEventListener('reset', () => {
    held = undefined;
  });
  // However it comes: by Ctrl+V, from an input method, dragged from another window.
  box.addEventListener('beforeinput', (event) => {
    if ((event.data?.length ?? 0) <= LONGEST_SHOWN) return;
    event.preventDefault();
    takeLong(event.data ?? '');
  });
  box.addEventListener('input', () => {
    held = undefined;
  });
  box.addEventListener('paste', (event) => {
    const { files } = event.clipboardData ?? {};
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files && files.length > 0) {
      event.preventDefault();
      takeFiles([...files]);
    } else if (text.length > LONGEST_SHOWN) {
      event.preventDefault();
      takeLong(text);
    } else setTimeout(() => take(box.value, ''));
  });
  chooser.addEventListener('change', () => {
    const files = [...(chooser.files ?? [])];
    // The same file may be chosen again, when it has changed.
    chooser.value = '';
    if (files.length > 0) takeFiles(files);
  });
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('dragged');
  });
  form.addEventListener('dragleave', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget as Node | null)) form.classList.remove('dragged');
  });
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('dragged');
    const files = [...(event.dataTransfer?.files ?? [])];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (files.length > 0) takeFiles(files);
    else if (text.length > LONGEST_SHOWN) takeLong(text);
    else if (text !== '') {
      box.value = text;
      take(text, '');
    }
  });
}

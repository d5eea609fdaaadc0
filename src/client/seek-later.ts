/**
 * '/' leads to the search box. The box is most of the site's script, and nobody needs it to read: it
 * is fetched when the page has come to rest, or at once when somebody goes to the box.
 */
const input = document.querySelector<HTMLInputElement>('pn-seek input');

async function load(): Promise<void> {
  try {
    await import('./seek.ts');
  } catch {
    // Offline: the form leads to the page of the search as it did before.
    return;
  }
  // What was typed meanwhile is answered now.
  if (input?.value && document.activeElement === input) input.dispatchEvent(new Event('input'));
}

input?.addEventListener('focus', load, { once: true });
const soon = () => setTimeout(load, 200);
if (document.readyState === 'complete') soon();
else addEventListener('load', soon);

document.addEventListener('keydown', (event) => {
  const { altKey, ctrlKey, key, metaKey, target } = event;
  if (key !== '/' || altKey || ctrlKey || metaKey) return;
  if (target instanceof Element && target.closest('input, textarea, select')) return;
  event.preventDefault();
  input?.focus();
});

export {};

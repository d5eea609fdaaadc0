/**
 * '/' leads to the search box. The box is most of the site's script, and nobody needs it to read: it
 * is fetched when the page has come to rest, or at once when somebody goes to the box.
 */
/** The front page has one of its own, and hides that of the masthead. */
const input =
  document.querySelector<HTMLInputElement>('main pn-search input') ??
  document.querySelector<HTMLInputElement>('pn-search input');

let begun = false;

async function load(): Promise<void> {
  // Asked for twice, it would ask the box's question anew behind what somebody has asked since.
  if (begun) return;
  begun = true;
  try {
    await import('./search-box.ts');
  } catch {
    // Offline: the form leads to the page of the search as it did before.
    begun = false;
    return;
  }
  // What was typed meanwhile is answered now.
  if (input?.value && document.activeElement === input) input.dispatchEvent(new Event('input'));
}

input?.addEventListener('focus', load);
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

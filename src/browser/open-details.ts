/** An address that names a question opens its answer. */
function open(): void {
  const named = document.getElementById(location.hash.slice(1));
  if (named instanceof HTMLDetailsElement) named.open = true;
}

addEventListener('hashchange', open);
open();

/** The search box: '/' focuses it, and a bare number goes straight to its page. */
const form = document.querySelector<HTMLFormElement>('.seek');
const input = form?.querySelector('input');

form?.addEventListener('submit', (event) => {
  const text = input?.value.trim() ?? '';
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535) return;
  event.preventDefault();
  location.href = `/${Number(text)}`;
});

document.addEventListener('keydown', (event) => {
  const typing =
    event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  input?.focus();
});

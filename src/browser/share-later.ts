/** <pn-share> is not needed to read: its script is fetched when the page has come to rest. */
if (document.querySelector('pn-share')) {
  const soon = () => setTimeout(() => import('./share-button.ts').catch(() => {}), 200);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
}

export {};

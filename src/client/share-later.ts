/** <pn-share> is not needed to read: its script is fetched when the page has come to rest. */
if (document.querySelector('pn-share')) {
  addEventListener('load', () => setTimeout(() => import('./share.ts'), 200));
}

export {};

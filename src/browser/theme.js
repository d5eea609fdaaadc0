// Runs before the first paint, so that neither the wrong light nor the wrong language flashes.
try {
  const { dataset, style } = document.documentElement;
  const choice = localStorage.getItem('theme');
  if (choice) dataset.theme = choice;
  const language =
    new URLSearchParams(location.search).get('lang') ||
    sessionStorage.getItem('language') ||
    localStorage.getItem('language');
  // A port's page is said in that language before it is shown; after five seconds it is shown as it is.
  if (language && !/^en\b/i.test(language) && /\/(?:port-)?\d+$/.test(location.pathname)) {
    style.visibility = 'hidden';
    setTimeout(() => {
      style.visibility = '';
    }, 5000);
  }
} catch {
  // Storage may be closed to us; the system's setting holds then.
}

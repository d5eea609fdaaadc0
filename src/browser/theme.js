// Runs before the first paint, so that a reader's choice of day or night never flashes.
try {
  const choice = localStorage.getItem('theme');
  if (choice) document.documentElement.dataset.theme = choice;
} catch {
  // Storage may be closed to us; the system's setting holds then.
}

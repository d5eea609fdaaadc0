/** Marks in the contents beside a page which section is read. */
const links = () => document.querySelectorAll<HTMLAnchorElement>('.jump a[href^="#"]');

function mark(): void {
  // The section whose heading was passed last.
  const passed = [...links()].filter((link) => {
    const section = document.getElementById(link.hash.slice(1));
    return section && section.getBoundingClientRect().top < innerHeight / 3;
  });
  for (const link of links()) {
    if (link === passed.at(-1)) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

let waiting = false;

function soon(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    mark();
  });
}

// Only where the contents stand beside the page.
if (links().length > 0 && matchMedia('(width >= 1100px)').matches) {
  addEventListener('scroll', soon, { passive: true });
  addEventListener('pn-translated', soon);
  mark();
}

export {};

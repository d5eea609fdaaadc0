/** <pn-tabs>: sections become tabs; the reader's system comes first, and the choice is remembered. */
import { recall, remember } from './storage.ts';

class Tabs extends HTMLElement {
  connectedCallback(): void {
    const panels = [...this.children].filter((child) => child.id !== '') as HTMLElement[];
    const list = document.createElement('div');
    list.className = 'tabs';
    list.role = 'tablist';
    list.ariaLabel = this.getAttribute('label') ?? 'System';
    const tabs = panels.map((panel) => {
      const tab = document.createElement('button');
      const heading = panel.querySelector('h3');
      tab.type = 'button';
      tab.role = 'tab';
      tab.id = `tab-${panel.id}`;
      tab.textContent = heading?.textContent ?? '';
      tab.setAttribute('aria-controls', panel.id);
      // Unseen, not hidden: readers who go from heading to heading still find it.
      heading?.classList.add('unseen');
      panel.role = 'tabpanel';
      panel.setAttribute('aria-labelledby', tab.id);
      return tab;
    });
    const select = (index: number) => {
      for (const [at, panel] of panels.entries()) {
        panel.hidden = at !== index;
        tabs[at]?.setAttribute('aria-selected', String(at === index));
        tabs[at]?.setAttribute('tabindex', at === index ? '0' : '-1');
      }
    };
    for (const [index, tab] of tabs.entries()) {
      tab.addEventListener('click', () => {
        select(index);
        remember('system', panels[index]?.id ?? '');
      });
    }
    list.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      const forward = getComputedStyle(this).direction === 'rtl' ? -step : step;
      const next =
        (tabs.indexOf(event.target as HTMLButtonElement) + forward + tabs.length) % tabs.length;
      tabs[next]?.click();
      tabs[next]?.focus();
    });
    list.append(...tabs);
    this.prepend(list);
    // An address may end in the name of another section, which is no choice of a system.
    const wanted = [location.hash.slice(1), recall('system'), guess()]
      .map((name) => panels.findIndex(({ id }) => id === name))
      .find((index) => index !== -1);
    select(wanted ?? 0);
  }
}

function guess(): string {
  const platform = navigator.userAgent;
  if (/Windows/.test(platform)) return 'check-windows';
  return /Mac|iPhone|iPad/.test(platform) ? 'check-macos' : 'check-linux';
}

customElements.define('pn-tabs', Tabs);

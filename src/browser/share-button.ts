/**
 * <pn-share>: a button, and a sign beside each heading, that open a menu in which the page or the
 * section is copied in the form that is wanted. The sign is a link: it is the section's address.
 */
import type { Form } from '../words/share/forms.ts';
import { adoptStyle } from './adopt-style.ts';
import { element } from './element.ts';
import styles from './share.css?inline';
import { ShareMenu } from './share-menu.ts';
import { readPage, type Section, sectionsOfPage } from './share-page.ts';
import { sayShare } from './share-words.ts';

const SHOWN_FOR = 4000;
const BESIDE = 6;

class Share extends HTMLElement {
  readonly #button = element('button', { type: 'button', textContent: sayShare('button') });
  readonly #told = element('p', { role: 'status', className: 'told' });
  readonly #menu = new ShareMenu((form) => this.#copy(form));
  /** What was asked for last: a section's sign; without one, the page. */
  #section: Section | undefined;
  #hush: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const { popover } = this.#menu;
    this.#button.popoverTargetElement = popover;
    this.#button.setAttribute('aria-haspopup', 'menu');
    this.replaceChildren(this.#button, popover, this.#told);
    popover.addEventListener('beforetoggle', ({ newState }) => {
      if (newState === 'open') this.#menu.show(readPage(this.#section));
    });
    popover.addEventListener('toggle', ({ newState }) => {
      if (newState === 'open') this.#place();
      else this.#section = undefined;
    });
    for (const section of sectionsOfPage())
      if (!section.heading.querySelector('.sign')) this.#sign(section);
  }

  #sign(section: Section): void {
    const sign = element(
      'a',
      { className: 'sign', href: `#${section.id}`, ariaLabel: sayShare('button') },
      '#',
    );
    sign.setAttribute('aria-haspopup', 'menu');
    section.sign = sign;
    sign.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // First the address, for going there takes the focus away.
      location.hash = section.id;
      sign.focus();
      this.#section = section;
      this.#menu.popover.showPopover();
    });
    section.heading.append(sign);
  }

  /** Below what opened it; above, where there is no room; never over the edge. */
  #place(): void {
    const { popover } = this.#menu;
    const opener = (this.#section?.sign ?? this.#button).getBoundingClientRect();
    const own = popover.getBoundingClientRect();
    const right = document.documentElement.clientWidth - own.width - BESIDE;
    const below = opener.bottom + BESIDE;
    const above = opener.top - own.height - BESIDE;
    const top = below + own.height > innerHeight && above > 0 ? above : below;
    popover.style.left = `${Math.max(BESIDE, Math.min(opener.left, right)) + scrollX}px`;
    popover.style.top = `${top + scrollY}px`;
    this.#menu.focus();
  }

  async #copy(form: Form): Promise<void> {
    const text = form.text(readPage(this.#section));
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Not allowed, or no such thing on an address without TLS: then the reader copies it.
      this.#menu.offer(text);
      this.#tell(sayShare('selected', { form: form.name }));
      return;
    }
    this.#menu.popover.hidePopover();
    this.#tell(sayShare('copied', { form: form.name }));
  }

  #tell(text: string): void {
    clearTimeout(this.#hush);
    this.#told.textContent = text;
    this.#hush = setTimeout(() => {
      this.#told.textContent = '';
    }, SHOWN_FOR);
  }
}

adoptStyle(styles);
customElements.define('pn-share', Share);

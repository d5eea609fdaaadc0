/** What sticks out of the page sideways. */
import type { Page } from 'playwright/test';

/**
 * What a reader would have to move the page sideways to see. The page clips what goes over its
 * edge, so its scroll width tells nothing: each text and each box is measured. What scrolls in a
 * box of its own is within reach.
 */
export function outsideView(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const holder = node instanceof Element ? node : node.parentElement;
      if (!holder?.checkVisibility() || holder.closest('.unseen, .skip')) continue;
      const range = document.createRange();
      range.selectNode(node);
      const boxes =
        node instanceof Element ? [node.getBoundingClientRect()] : range.getClientRects();
      for (const { left, right } of boxes) {
        if (left >= -0.5 && right <= width + 0.5) continue;
        if (scrolls(node instanceof Element ? node.parentElement : holder)) continue;
        found.push(`${holder.tagName} from ${Math.round(left)} to ${Math.round(right)} px`);
      }
    }
    if (document.documentElement.scrollWidth > width) found.push('the page scrolls sideways');
    return found;
  });
}

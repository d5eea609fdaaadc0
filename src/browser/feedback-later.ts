/** What asks on after an answer is fetched when a reader comes near it, or when one waits to be sent. */
import { recall } from './storage.ts';

const form = document.querySelector('form#feedback');

const load = () => import('./feedback-form.ts').catch(() => {});

if (form) {
  const watch = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) return;
      watch.disconnect();
      load();
    },
    { rootMargin: '300px' },
  );
  watch.observe(form);
  if (recall('feedback')) load();
}

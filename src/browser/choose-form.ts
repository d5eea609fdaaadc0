/** The form of the page /choose as the words of its address, and back. */
import type { Fault } from '../features/choose/criteria.ts';

/** A box that is ticked unless its word is allowed, such as 'privileged'. */
const unless = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement>('[data-unless]')].map((box) => ({
    box,
    key: box.dataset.unless ?? '',
  }));

const fields = (form: HTMLFormElement) =>
  [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')].map((field) => ({
    field,
    key: field.name,
    tick: field instanceof HTMLInputElement && field.type === 'checkbox' ? field : undefined,
  }));

export function fillForm(form: HTMLFormElement, params: URLSearchParams): void {
  for (const { field, key, tick } of fields(form)) {
    const value = params.get(key);
    if (tick) tick.checked = value === 'yes';
    else if (value !== null) field.value = value;
  }
  for (const { box, key } of unless(form)) box.checked = params.get(key) !== 'yes';
}

export function readForm(form: HTMLFormElement): URLSearchParams {
  const params = new URLSearchParams();
  for (const { field, key, tick } of fields(form)) {
    if (!tick) params.set(key, field.value);
    else if (tick.checked) params.set(key, 'yes');
  }
  for (const { box, key } of unless(form)) if (!box.checked) params.set(key, 'yes');
  return params;
}

/** Each field that is wrong says so. */
export function markFaults(form: HTMLFormElement, faults: readonly Fault[]): void {
  for (const { field, key } of fields(form)) {
    if (faults.some((fault) => fault.key === key)) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
}

/** What stands beside the field. */
export function labelOf(form: HTMLFormElement, name: string): string {
  const field = form.querySelector(`[name="${name}"]`);
  return field?.closest('label')?.firstChild?.textContent ?? name;
}

/** After React has drawn and any menu or drawer has let go of the focus. `work` answers false to be asked again. */
function soon(selector: string, work: (element: HTMLElement) => void | false, triesLeft = 12) {
  setTimeout(() => {
    const element = document.querySelector<HTMLElement>(selector);
    const done = element !== null && work(element) !== false;
    if (!done && triesLeft > 0) soon(selector, work, triesLeft - 1);
  }, 80);
}

export const focusSoon = (selector: string) =>
  soon(selector, (element) => element.focus({ preventScroll: true }));

export const reveal = (selector: string) =>
  soon(selector, (element) => element.scrollIntoView({ block: 'center', behavior: smooth() }));

const smooth = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');

/** The caret into the form of a section: what is still to be written when it is `blank`, else its first text. */
export const focusForm = (sectionId: string, blank: boolean) =>
  soon(`#card-${sectionId} .a-card-form`, (form) => {
    const texts = [...form.querySelectorAll('.g-field')];
    if (!texts.every((text) => text.querySelector('[contenteditable]'))) return false; // still being made
    firstField(form, blank)?.focus({ preventScroll: true });
  });

/** Heading and lead-in are optional, so they come last; so does what is ticked or chosen rather than written. */
export function firstField(form: HTMLElement, blank: boolean): HTMLElement | null {
  const written = 'input:not([type=checkbox], [type=file]), textarea, [contenteditable=true]';
  const fields = [...form.querySelectorAll<HTMLElement>(written)].filter(
    (field) =>
      !field.closest('.s-lead') && (field.matches('[contenteditable]') || !field.closest('.g-field')),
  );
  const empty = fields.find((field) =>
    'value' in field ? field.value === '' : field.textContent.trim() === '',
  );
  return (
    (blank ? empty : undefined) ??
    fields[0] ??
    form.querySelector<HTMLElement>('.s-item-add') ??
    form.querySelector<HTMLElement>('input')
  );
}

/** Runs what makes the page higher or lower above an element, and leaves the element where it was. */
export function keepInPlace(element: HTMLElement | null, work: () => void) {
  const before = element?.getBoundingClientRect().top ?? 0;
  work();
  const scroller = element?.closest('main');
  if (element && scroller) scroller.scrollTop += element.getBoundingClientRect().top - before;
}

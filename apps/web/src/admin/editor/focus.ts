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

/** Where the caret starts: what is still to be written, what an item lacks, what is wrong, or the first text. */
export type Start = 'blank' | 'lacking' | 'wrong' | 'first';

/** The caret into the form of a section. */
export const focusForm = (sectionId: string, start: Start) =>
  soon(`#card-${sectionId} .a-card-form`, (form) => {
    const texts = [...form.querySelectorAll('.g-field')];
    if (!texts.every((text) => text.querySelector('[contenteditable]'))) return false; // still being made
    const field = firstField(form, start);
    field?.focus({ preventScroll: true });
    if (start === 'lacking' || start === 'wrong')
      field?.scrollIntoView({ block: 'center', behavior: smooth() });
  });

const needed = '.s-needed :is(input, textarea, [contenteditable=true])';

/** Whether nothing is written in it; a picture in a rich text says something, too. */
const isEmpty = (field: HTMLElement) =>
  'value' in field
    ? String(field.value).trim() === ''
    : field.textContent.trim() === '' && !field.querySelector('figure, img:not(.ProseMirror-separator)');

/** Heading and lead-in are optional, so they come last; so does what is ticked or chosen rather than written. */
export function firstField(form: HTMLElement, start: Start): HTMLElement | null {
  const written = 'input:not([type=checkbox], [type=file]), textarea, [contenteditable=true]';
  const fields = [...form.querySelectorAll<HTMLElement>(written)].filter(
    (field) =>
      !field.closest('.s-lead') && (field.matches('[contenteditable]') || !field.closest('.g-field')),
  );
  const lacking = start === 'lacking' && [...form.querySelectorAll<HTMLElement>(needed)].find(isEmpty);
  const wrong = start === 'wrong' && form.querySelector<HTMLElement>('[aria-invalid=true]');
  return (
    (lacking || wrong || undefined) ??
    (start === 'blank' ? fields.find(isEmpty) : undefined) ??
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

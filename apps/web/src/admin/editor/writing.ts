/** After `compositionend` an editor still has to read the last character. */
const settling = 200;

let composing: Element | null = null;

if (typeof document !== 'undefined') {
  document.addEventListener('compositionstart', ({ target }) => void (composing = asElement(target)), true);
  document.addEventListener(
    'compositionend',
    ({ target }) =>
      setTimeout(() => {
        if (composing === asElement(target)) composing = null;
      }, settling),
    true,
  );
}

const asElement = (target: EventTarget | null) => (target instanceof Element ? target : null);

/**
 * Whether somebody is in the middle of what the draft doesn't know yet: a character that an input method builds, an
 * address that is none so far. `part` is the id of a section, or `facts`: all that stands outside of sections.
 */
export function isWriting(part: string): boolean {
  const at = composing?.isConnected ? composing : null;
  if (part === 'facts') return at !== null && !at.closest('.a-card');
  const card = document.getElementById(`card-${part}`);
  if (!card) return false;
  return (
    card.contains(at) ||
    card.querySelector('[aria-invalid=true], input[type=url]:focus, .g-uploading') !== null
  );
}

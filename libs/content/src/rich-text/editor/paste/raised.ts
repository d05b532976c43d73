import { all, isText, unwrap, type Pass } from './elements.ts';
import { styleOf } from './styles.ts';

const from = '0123456789+-−=()abcdefghijklmnoprstuvwxyz';
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ';
const below = '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐ   ₑ  ₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥ ₓ  ';

const table = (signs: string) =>
  new Map(Array.from(from, (sign, at) => [sign, Array.from(signs)[at] ?? ' '] as const));
const tables = { sup: table(above), sub: table(below) };

/** Endings of numbers and marks of trade say the same on the line. */
const ending = /^(?:st|nd|rd|th|tm|sm)$/i;
const asPlain = /^[^\p{L}\p{N}]/u;

/**
 * Superscript and subscript as the characters that Unicode has for them: 10⁶, H₂O. Where one of the letters has
 * none, the words are put into brackets, so that they do not run into the word before.
 */
export const writeRaised: Pass = (root) => {
  for (const element of all(root, 'sup, sub, [data-style*="vertical-align"]')) {
    const kind = kindOf(element);
    if (!kind) continue;
    const words = (element.textContent ?? '').trim();
    const signs = tables[kind];
    const asSigns = Array.from(words).every((sign) => /\s/.test(sign) || (signs.get(sign) ?? ' ') !== ' ');
    if (asSigns && !ending.test(words))
      for (const text of textsIn(element))
        text.data = Array.from(text.data, (sign) => signs.get(sign) ?? sign).join('');
    else if (!asPlain.test(words) && !ending.test(words)) {
      element.prepend('(');
      element.append(')');
    }
    if (element.localName === kind) unwrap(element);
  }
};

function kindOf(element: Element): 'sup' | 'sub' | null {
  if (element.localName === 'sup' || element.localName === 'sub') return element.localName;
  const align = styleOf(element).get('vertical-align');
  // What holds blocks is a line or a cell that stands high or low, not words that do.
  if (element.querySelector('sup, sub, p, div')) return null;
  return align === 'super' ? 'sup' : align === 'sub' ? 'sub' : null;
}

function* textsIn(node: Node): Generator<Text> {
  for (const child of node.childNodes) {
    if (isText(child)) yield child;
    else yield* textsIn(child);
  }
}

/** One step of the cleaning: changes what is below `root`, an inert copy of what was pasted. Same input, same result. */
export type Pass = (root: HTMLElement) => void;

export const isElement = (node: Node | null): node is HTMLElement => node?.nodeType === 1;
export const isText = (node: Node | null): node is Text => node?.nodeType === 3;

/** The name of an element, '' for anything else. */
export const nameOf = (node: Node | null): string => (isElement(node) ? node.localName : '');

export const classesOf = (element: Element): string[] =>
  (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);

export const all = (root: Element, selector: string): HTMLElement[] =>
  Array.from(root.querySelectorAll<HTMLElement>(selector));

/** What it holds takes its place. */
export function unwrap(element: Element): void {
  while (element.firstChild) element.before(element.firstChild);
  element.remove();
}

export function moveChildren(from: Node, to: Node): void {
  while (from.firstChild) to.appendChild(from.firstChild);
}

/** The same element under another name. */
export function rename(element: Element, name: string): HTMLElement {
  const other = make(element, name);
  for (const { name: key, value } of element.attributes) other.setAttribute(key, value);
  moveChildren(element, other);
  element.replaceWith(other);
  return other;
}

/** An element of this name in the inert document of `beside`. */
export const make = (beside: Node, name: string): HTMLElement =>
  (beside.ownerDocument as Document).createElement(name);

/** Space that a browser draws as nothing between two blocks. */
export const isSpace = (text: string): boolean => !/[^ \t\r\n\f]/.test(text);

/** Nothing that a reader would see, a no-break space included. */
export const isBlank = (text: string): boolean => !/[^\s\u00ad\u200b-\u200d\u2060\ufeff]/.test(text);

const things = 'img, hr, iframe, table, pre, [data-attrs], [data-picture]';

/** True where a reader would see anything. */
export const shows = (node: Node): boolean =>
  !isBlank(node.textContent ?? '') ||
  (isElement(node) && (node.matches(things) || node.querySelector(things) !== null));

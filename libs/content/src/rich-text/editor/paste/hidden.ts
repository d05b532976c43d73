import { all, classesOf, isElement, type Pass } from './elements.ts';
import { styleOf, type Style } from './styles.ts';

/** Elements of which nothing is text on a page. */
export const unseen = [
  'script, style, template, noscript, title, meta, link, base, object, audio, canvas, map, datalist, select',
  'annotation, annotation-xml, textarea, rp, input:not([type="checkbox" i]), dialog:not([open]), [hidden]:not([hidden="until-found"])',
].join(', ');

/** Classes by which sites hide from the eye what is only read aloud. */
const onlyReadAloud = new Set([
  'a11y-hidden',
  'blind',
  'katex-mathml',
  'screen-reader-text',
  'sr-only',
  'u-hidden',
  'visually-hidden',
  'visuallyhidden',
]);

/** Takes away what a reader of the page did not see. What is hidden from screen readers only was seen, and stays. */
export const dropHidden: Pass = (root) => {
  dropComments(root);
  for (const element of all(root, unseen)) element.remove();
  for (const element of all(root, '[data-style], [style], [class], mjx-assistive-mml')) {
    if (
      element.localName === 'mjx-assistive-mml' ||
      isHidden(styleOf(element), element) ||
      classesOf(element).some((one) => onlyReadAloud.has(one))
    )
      element.remove();
  }
};

function dropComments(root: HTMLElement): void {
  const walker = (root.ownerDocument as Document).createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

const far = (value = '') => /^-\d{4,}px|^-\d{3,}(?:r?em|vw|%)/.test(value);
const nothing = (value = '') => /^[+-]?0*(?:\.0+)?(?:px|pt|r?em|%)?$/.test(value) && value !== '';

function isHidden(style: Style, element: Element): boolean {
  return (
    style.get('display') === 'none' ||
    /^(?:hidden|collapse)$/.test(style.get('visibility') ?? '') ||
    style.get('mso-hide') === 'all' ||
    nothing(style.get('opacity')) ||
    // Gaps between inline blocks are closed with a font of no size around others that have one.
    (nothing(style.get('font-size')) && !isElement(element.firstElementChild)) ||
    /^rect\([01](?:px)?[ ,]/.test(style.get('clip') ?? '') ||
    /^inset\((?:50|100)%/.test(style.get('clip-path') ?? '') ||
    (/^(?:absolute|fixed)$/.test(style.get('position') ?? '') &&
      (far(style.get('left')) || far(style.get('top')))) ||
    far(style.get('text-indent'))
  );
}

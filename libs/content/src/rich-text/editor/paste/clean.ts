import { partBlocks } from './blocks.ts';
import { readCode } from './code.ts';
import { dropDepth } from './deep.ts';
import { isElement, type Pass } from './elements.ts';
import { readFlatLists } from './flat-lists.ts';
import { levelHeadings } from './headings.ts';
import { dropHidden } from './hidden.ts';
import { dropJunk } from './junk.ts';
import { dropDeadLinks } from './links.ts';
import { mendLists } from './lists.ts';
import { nameLooks } from './looks.ts';
import { readPictures } from './pictures.ts';
import { writeRaised } from './raised.ts';
import { applySheets } from './sheets.ts';
import { writeSigns } from './signs.ts';
import { readTables } from './tables.ts';
import { readTasks } from './tasks.ts';

/** In this order: each reads what those before it have made plain. */
const passes: readonly Pass[] = [
  applySheets,
  dropHidden,
  dropDepth,
  readCode,
  readTasks,
  readPictures,
  writeSigns,
  writeRaised,
  readFlatLists,
  levelHeadings,
  readTables,
  dropDeadLinks,
  nameLooks,
  partBlocks,
  mendLists,
  dropJunk,
];

/** Makes of any pasted HTML what its reader saw, in the few elements that our texts are made of. */
export const cleanPasted: Pass = (root) => {
  for (const pass of passes) pass(root);
};

const ours = new Set(
  'a blockquote br code div em h2 h3 h4 hr li mark ol p pre s strong table tbody td th tr ul'.split(' '),
);

/** True for what was copied here: it is read back as it is. Other editors of this make use more elements, and styles. */
export function isOurs(root: Element): boolean {
  if (!root.querySelector('[data-pm-slice]')) return false;
  return Array.from(root.querySelectorAll('*')).every(
    (element) => isElement(element) && ours.has(element.localName) && !element.hasAttribute('data-style'),
  );
}

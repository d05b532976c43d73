import { all, classesOf, isElement, isText, make, moveChildren, nameOf, type Pass } from './elements.ts';

const signs: Record<string, boolean> = { '☐': false, '☑': true, '☒': true };

/** Marks what is to be ticked off, whichever way the page says it, as an item of ours with its tick. */
export const readTasks: Pass = (root) => {
  for (const item of all(root, 'li')) {
    const done = takeTick(item);
    if (done === null) continue;
    item.setAttribute('data-type', 'taskItem');
    item.setAttribute('data-checked', String(done));
  }
  // Boxes in paragraphs, beside no list.
  for (const line of all(root, 'p, div')) {
    if (line.closest('li') || line.querySelector('p, div, li, table')) continue;
    const done = takeLeading(line);
    if (done === null) continue;
    const item = make(line, 'li');
    item.setAttribute('data-type', 'taskItem');
    item.setAttribute('data-checked', String(done));
    moveChildren(line, item);
    const before = line.previousElementSibling;
    if (before && before.hasAttribute('data-made')) {
      before.append(item);
      line.remove();
    } else {
      const list = make(line, 'ul');
      list.setAttribute('data-made', '');
      list.append(item);
      line.replaceWith(list);
    }
  }
  for (const box of all(root, 'input')) box.remove();
};

/** Whether an item is ticked; null = it is no task. Takes away the box that says so. */
function takeTick(item: HTMLElement): boolean | null {
  const said =
    item.getAttribute('data-checked') ??
    (item.getAttribute('role') === 'checkbox' ? (item.getAttribute('aria-checked') ?? 'false') : null);
  const list = item.getAttribute('data-list');
  if (item.getAttribute('role') === 'checkbox') item.querySelector('img')?.remove();
  const leading = takeLeading(item);
  if (said !== null) return said !== 'false';
  if (list === 'checked' || list === 'unchecked') return list === 'checked';
  if (leading !== null) return leading;
  const classes = classesOf(item);
  if (item.hasAttribute('data-inline-task-id')) return classes.includes('checked');
  if (classes.includes('task-list-item')) return classes.includes('checked') || classes.includes('task-done');
  return null;
}

/** The box in front of the words, as an element or a sign. */
function takeLeading(line: HTMLElement): boolean | null {
  for (let node: Node | null = line.firstChild; node;) {
    if (isText(node)) {
      const text = node.data.trimStart();
      const sign = signs[text[0] ?? ''];
      if (sign !== undefined && /^.[\s\u00a0]/u.test(text)) {
        node.data = text.slice(1).trimStart();
        return sign;
      }
      if (text) return null;
    } else if (isElement(node)) {
      if (nameOf(node) === 'input') {
        const done = node.hasAttribute('checked');
        node.remove();
        return done;
      }
      const classes = classesOf(node);
      if (classes.includes('checkbox-on') || classes.includes('checkbox-off')) {
        node.remove();
        return classes.includes('checkbox-on');
      }
      if (/^(?:ul|ol|table|img|pre)$/.test(node.localName)) return null;
      if (node.firstChild) {
        node = node.firstChild;
        continue;
      }
    }
    while (node && node !== line && !node.nextSibling) node = node.parentNode;
    node = node && node !== line ? node.nextSibling : null;
  }
  return null;
}

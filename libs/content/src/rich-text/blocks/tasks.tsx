import { flag } from '../attributes.ts';
import { defineBlock, inside } from '../block.ts';
import { listOf } from './lists.tsx';

const words = { ko: { done: '완료', open: '미완료' }, en: { done: 'Done', open: 'Not done' } };

export const taskList = defineBlock({
  spec: {
    group: 'block prose list',
    content: 'taskItem+',
    parseDOM: [{ tag: 'ul[data-type="taskList"]', priority: 60 }],
    toDOM: () => ['ul', { 'data-type': 'taskList' }, 0],
  },
  View: ({ children }) => <ul className="g-tasks">{children}</ul>,
  toMarkdown: (node, _, writer) =>
    listOf(node, writer, {
      mark: ({ attrs }) => (attrs?.checked === true ? '- [x] ' : '- [ ] '),
      moveIn: '- '.length,
      blank: '&nbsp;',
    }),
  toText: (node, _, writer) =>
    listOf(node, writer, { mark: ({ attrs }) => (attrs?.checked === true ? '☑ ' : '☐ ') }),
});

export const taskItem = defineBlock({
  attributes: { checked: flag(false) },
  spec: {
    content: 'paragraph prose*',
    defining: true,
    parseDOM: [
      {
        tag: 'li[data-type="taskItem"]',
        priority: 60,
        getAttrs: (element) => ({ checked: element.getAttribute('data-checked') === 'true' }),
        contentElement: (element) =>
          (element as Element).querySelector<HTMLElement>(':scope > div') ?? (element as HTMLElement),
      },
    ],
    toDOM: ({ attrs }) => [
      'li',
      { 'data-type': 'taskItem', 'data-checked': String(attrs.checked) },
      ['div', 0],
    ],
  },
  View: ({ attrs, context, children }) => (
    <li>
      <span
        className="g-check"
        role="img"
        aria-label={words[context.locale][attrs.checked ? 'done' : 'open']}
      >
        {attrs.checked ? '☑' : '☐'}
      </span>
      <div>{children}</div>
    </li>
  ),
  toMarkdown: (node, _, { blocks }) => blocks(inside(node)),
  toText: (node, _, { blocks }) => blocks(inside(node)),
});

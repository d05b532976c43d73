import type { Editor, NodeViewRenderer } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { ImageInfo, RichNode } from '../../document.ts';
import type { RenderContext } from '../../outputs/context.ts';
import { blockOf } from '../registry.ts';
import { textWriter } from '../text.ts';
import type { EditorLabels } from './labels.ts';

type AtomName = 'image' | 'sticker' | 'linkCard' | 'embed' | 'button';

/** What readers will see of a block without text of its own, drawn by the very view that draws it for them. */
export function atomView(name: AtomName): NodeViewRenderer {
  return ({ node: first, editor }) => {
    let node = first;
    const dom = document.createElement('div');
    dom.className = 'g-atom';
    dom.contentEditable = 'false';
    dom.setAttribute('role', 'group');
    const inner = dom.appendChild(document.createElement('div'));
    inner.inert = true;
    const root = createRoot(inner);

    const draw = () => {
      const stored: RichNode = { type: name, attrs: node.attrs };
      const context = contextFor(node, editor);
      dom.setAttribute(
        'aria-label',
        `${editor.storage.pictures.labels[name satisfies keyof EditorLabels]}: ${wordsOf(stored, context)}`,
      );
      root.render(
        createElement(blockOf(name).View, {
          node: stored,
          attrs: node.attrs,
          context,
          parent: stored,
          children: undefined,
        }),
      );
    };
    draw();
    editor.storage.pictures.views.add(draw);

    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false;
        if (!next.eq(node)) {
          node = next;
          draw();
        }
        return true;
      },
      selectNode: () => dom.classList.add('g-selected'),
      deselectNode: () => dom.classList.remove('g-selected'),
      ignoreMutation: () => true,
      destroy() {
        editor.storage.pictures.views.delete(draw);
        // React refuses to unmount while it renders, and ProseMirror may be called from there.
        queueMicrotask(() => root.unmount());
      },
    };
  };
}

function contextFor(node: Node, { storage: { pictures } }: Editor): RenderContext {
  const images: Record<string, ImageInfo> = {};
  const id: unknown = node.attrs.imageId;
  const info = typeof id === 'string' ? pictures.info(id) : null;
  if (typeof id === 'string' && info) images[id] = info;
  return { locale: pictures.locale, images, siteUrl: '', form: 'page' };
}

const wordsOf = (node: RichNode, context: RenderContext) => textWriter(context).blocks([node]);

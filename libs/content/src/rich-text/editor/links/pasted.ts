import type { MarkType, ResolvedPos, Slice } from '@tiptap/pm/model';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { addressesIn } from './address.ts';
import { isTaken, linkedSlice } from './lines.ts';

/**
 * Makes links of the addresses in what is pasted or dropped. What comes from an editor keeps the links it has: there
 * somebody may have taken one away.
 */
export function pastedLinks(link: MarkType) {
  let fromEditor = false;
  return new Plugin({
    props: {
      transformPastedHTML(html) {
        fromEditor = html.includes('data-pm-slice');
        return html;
      },
      transformPasted(slice, view, plain) {
        const asItIs = view.dragging !== null || (fromEditor && !plain);
        fromEditor = false;
        return asItIs ? slice : linkedSlice(slice, link);
      },
      handlePaste: (view, _event, slice) => linkSelection(view, slice, link),
    },
  });
}

/** An address pasted over words becomes their link. */
function linkSelection({ state, dispatch }: EditorView, { content }: Slice, link: MarkType): boolean {
  const { selection, doc, tr } = state;
  const words = content.textBetween(0, content.size, '\n', '\n').trim();
  const [found] = addressesIn(words);
  if (!found || found.to - found.from < words.length || !(selection instanceof TextSelection)) return false;
  const { $from, $to } = selection;
  if (!doc.textBetween($from.pos, $to.pos).trim() || cuts($from, link) || cuts($to, link)) return false;
  let free = true;
  doc.nodesBetween($from.pos, $to.pos, (node, _pos, parent) => {
    if (node.isText && parent)
      free &&= parent.type.allowsMarkType(link) && !isTaken(node.mark(link.removeFromSet(node.marks)), link);
    else free &&= !node.isInline;
  });
  if (free)
    dispatch(
      tr.addMark($from.pos, $to.pos, link.create({ href: found.href })).setMeta('preventAutolink', true),
    );
  return free;
}

/** Whether a link goes on across this place: it would be cut in two. */
function cuts({ nodeBefore, nodeAfter }: ResolvedPos, link: MarkType): boolean {
  const before = link.isInSet(nodeBefore?.marks ?? []);
  return before !== undefined && before.isInSet(nodeAfter?.marks ?? []);
}

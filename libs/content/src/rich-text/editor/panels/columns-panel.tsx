import { Button } from '@gonggo/ui';
import { Fragment } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import { blankBlock, blockAround } from '../boxes.ts';
import { BlockPanel, type BlockPanelProps } from './block-panel.tsx';

export function ColumnsPanel({ editor, labels, block }: BlockPanelProps) {
  const { node, pos } = block;
  const add = () => {
    const column = blankBlock(editor, 'column');
    const end = pos + node.nodeSize - 1;
    if (!column) return;
    const tr = editor.state.tr.insert(end, column);
    editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(end + 2), 1)).scrollIntoView());
    editor.commands.focus();
  };
  return (
    <BlockPanel
      editor={editor}
      labels={labels}
      block={block}
      name={labels.columns}
      unwraps
      actions={
        <>
          <Button
            size="small"
            look="quiet"
            aria-disabled={node.childCount > 2}
            onClick={() => node.childCount < 3 && add()}
          >
            {labels.addColumn}
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-disabled={node.childCount < 3}
            onClick={() => node.childCount > 2 && mergeColumn({ editor, block })}
          >
            {labels.removeColumn}
          </Button>
        </>
      }
    />
  );
}

/** Takes the column with the cursor away; what it holds moves to its neighbour. */
function mergeColumn({ editor, block: { node, pos } }: Pick<BlockPanelProps, 'editor' | 'block'>) {
  const current = blockAround(editor.state, 'column');
  if (!current) return;
  const columns = Array.from({ length: node.childCount }, (_, at) => node.child(at));
  const at = columns.indexOf(current.node);
  const into = at > 0 ? at - 1 : 1;
  const [first, second] = at > 0 ? [columns[into], current.node] : [current.node, columns[into]];
  if (at < 0 || !first || !second) return;
  const merged = first.copy(first.content.append(second.content));
  const rest = columns.flatMap((column, index) => (index === at ? [] : [index === into ? merged : column]));
  const tr = editor.state.tr.replaceWith(pos, pos + node.nodeSize, node.copy(Fragment.from(rest)));
  editor.view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(pos + 2), 1)).scrollIntoView());
  editor.commands.focus();
}

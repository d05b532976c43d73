import { Button } from '@gonggo/ui';
import type { ChainedCommands } from '@tiptap/react';
import { BlockPanel, type BlockPanelProps } from './block-panel.tsx';

const commands = {
  rowAbove: (chain) => chain.addRowBefore(),
  rowBelow: (chain) => chain.addRowAfter(),
  columnBefore: (chain) => chain.addColumnBefore(),
  columnAfter: (chain) => chain.addColumnAfter(),
  headerRow: (chain) => chain.toggleHeaderRow(),
  headerColumn: (chain) => chain.toggleHeaderColumn(),
  mergeCells: (chain) => chain.mergeCells(),
  splitCell: (chain) => chain.splitCell(),
  deleteRow: (chain) => chain.deleteRow(),
  deleteColumn: (chain) => chain.deleteColumn(),
} satisfies Record<string, (chain: ChainedCommands) => ChainedCommands>;

/** Rows, columns and cells around the cursor. */
export function TablePanel({ editor, labels, block }: BlockPanelProps) {
  const names = Object.keys(commands) as (keyof typeof commands)[];
  return (
    <BlockPanel
      editor={editor}
      labels={labels}
      block={block}
      name={labels.table}
      actions={names.map((name) => (
        <Button
          key={name}
          size="small"
          look="quiet"
          aria-disabled={!commands[name](editor.can().chain()).run()}
          onClick={() => commands[name](editor.chain().focus()).run()}
        >
          {labels[name]}
        </Button>
      ))}
    />
  );
}

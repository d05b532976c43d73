import { Badge, Button, IconButton } from '@gonggo/ui';
import { ArrowLeft, Eye, ListTree, SlidersHorizontal } from 'lucide-react';
import Link from 'next/link';
import { PostingMenu } from '../publish/lifecycle.tsx';
import { PostingState } from '../postings/state.tsx';
import { useAutosave } from '../saving/use-autosave.ts';
import { useWords } from '../words/use-words.ts';
import { useDraft, useEditor } from './editor-context.ts';
import { SaveIndicator } from './save-indicator.tsx';

export interface EditorBarProps {
  onOutline: (() => void) | undefined;
  onInspector: (() => void) | undefined;
  onPreview: () => void;
  onPublish: () => void;
}

/** Where one is, how saving goes, and the way to the readers. */
export function EditorBar({ onOutline, onInspector, onPreview, onPublish }: EditorBarProps) {
  const words = useWords();
  const { editor } = words;
  const { store, mayEdit } = useEditor();
  const { draft } = useDraft(store);
  const { title } = useAutosave(store.facts).value;
  return (
    <header className="a-bar">
      <Link
        className="u-button u-button-quiet u-icon-button"
        href="/admin"
        aria-label={editor.toPostings}
        title={editor.toPostings}
      >
        <ArrowLeft />
      </Link>
      <div className="a-bar-title">
        <h1 className="a-clip">{title || words.postings.untitled}</h1>
        <PostingState state={draft.state} />
        <span className="a-bar-badges">
          <Badge>{editor.language[draft.locale]}</Badge>
          {draft.version > 0 && draft.changed && <Badge tone="warn">{words.postings.changed}</Badge>}
        </span>
      </div>
      {mayEdit && <SaveIndicator store={store} />}
      <div className="a-bar-actions">
        {onOutline && <IconButton label={editor.openOutline} icon={<ListTree />} onClick={onOutline} />}
        <Button look="quiet" icon={<Eye />} className="a-bar-preview" onClick={onPreview}>
          <span className="a-bar-word">{editor.preview}</span>
        </Button>
        {onInspector && (
          <IconButton label={editor.openInspector} icon={<SlidersHorizontal />} onClick={onInspector} />
        )}
        {draft.mayPublish && (
          <Button look="strong" className="a-bar-publish" onClick={onPublish}>
            {editor.publish}
          </Button>
        )}
        <span className="a-bar-menu">
          <PostingMenu />
        </span>
      </div>
    </header>
  );
}

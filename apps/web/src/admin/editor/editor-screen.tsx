'use client';

import type { Draft } from '@gonggo/contract';
import { Dialog } from '@gonggo/ui';
import { useCallback, useEffect, useState } from 'react';
import { FactsFormProvider, useFactsForm } from '../facts/use-facts-form.ts';
import { PublishDialog } from '../publish/publish-dialog.tsx';
import { useMe } from '../session/me.ts';
import { OfflineBar } from '../shell/offline-bar.tsx';
import { WrongAddressBar } from '../shell/wrong-address-bar.tsx';
import { useMedia } from '../shell/use-media.ts';
import { useWords } from '../words/use-words.ts';
import { DraftPreview } from './draft-preview.tsx';
import { EditorBar } from './editor-bar.tsx';
import { EditorContext, useDraft } from './editor-context.ts';
import { Inspector, type InspectorTab } from './inspector.tsx';
import { openDraft } from './open-drafts.ts';
import { OutlinePanel } from './outline-panel.tsx';
import { PostPanel } from './post-panel.tsx';
import { useDraftLife } from './use-draft-life.ts';
import { useEditorTools } from './use-editor-tools.tsx';
import { isWriting } from './writing.ts';

type Side = 'outline' | 'inspector';

/** Outline, post, inspector. On narrower screens the sides become drawers, so that the post never jumps. */
export function EditorScreen({ draft: loaded, readAt }: { draft: Draft; readAt: number }) {
  const words = useWords();
  const { editor, common } = words;
  const me = useMe();
  const [store] = useState(() => openDraft(loaded, me.id));
  const { draft } = useDraft(store);
  const roomForOutline = useMedia('(min-width: 64rem)');
  const roomForInspector = useMedia('(min-width: 82rem)');
  const [side, setSide] = useState<Side | null>(null);
  const [tab, setTab] = useState<InspectorTab>('facts');
  const [dialog, setDialog] = useState<'publish' | 'preview' | null>(null);
  const facts = useFactsForm(store.facts, store.typing, !draft.mayEdit);
  useDraftLife(store);
  // Also when nothing changed since: what was being written then may rest now.
  useEffect(() => store.absorb(loaded, isWriting), [store, loaded, readAt]);

  const show = useCallback(
    (panel: 'post' | 'facts') => {
      if (panel === 'post') return setSide(null);
      setTab('facts');
      if (!roomForInspector) setSide('inspector');
    },
    [roomForInspector],
  );
  const tools = useEditorTools(store, show);
  const { title } = store.facts.snapshot.value;
  useEffect(() => {
    document.title = `${title || words.postings.untitled} · ${words.shell.brand}`;
  }, [title, words]);

  const outline = <OutlinePanel />;
  const inspector = <Inspector tab={tab} onTab={setTab} />;
  return (
    <EditorContext value={tools}>
      <FactsFormProvider value={facts}>
        <div className="a-editor">
          <a className="a-skip" href="#content">
            {words.shell.skip}
          </a>
          <EditorBar
            onOutline={roomForOutline ? undefined : () => setSide('outline')}
            onInspector={roomForInspector ? undefined : () => setSide('inspector')}
            onPreview={() => setDialog('preview')}
            onPublish={() => setDialog('publish')}
          />
          <div>
            <OfflineBar />
            <WrongAddressBar />
          </div>
          <div className="a-editor-parts">
            {roomForOutline && (
              <nav className="a-editor-side a-editor-outline" aria-label={editor.outline}>
                {outline}
              </nav>
            )}
            <main id="content" className="a-editor-post" aria-label={editor.post} tabIndex={-1}>
              <PostPanel />
            </main>
            {roomForInspector && (
              <aside className="a-editor-side a-editor-inspector" aria-label={editor.inspector}>
                {inspector}
              </aside>
            )}
          </div>
        </div>
        <Dialog
          open={!roomForOutline && side === 'outline'}
          onClose={() => setSide(null)}
          title={editor.outline}
          closeLabel={common.close}
          size="side"
        >
          {outline}
        </Dialog>
        <Dialog
          open={!roomForInspector && side === 'inspector'}
          onClose={() => setSide(null)}
          title={editor.inspector}
          closeLabel={common.close}
          size="side"
        >
          {inspector}
        </Dialog>
        {dialog === 'publish' && <PublishDialog onClose={() => setDialog(null)} />}
        {dialog === 'preview' && <DraftPreview onClose={() => setDialog(null)} />}
      </FactsFormProvider>
    </EditorContext>
  );
}

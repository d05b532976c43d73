import type { PostingDocument } from '@gonggo/content';
import type { PublicationListItem } from '@gonggo/contract';
import { Badge, Button, EmptyState, useToast } from '@gonggo/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDraft, useEditor } from '../editor/editor-context.ts';
import { PreviewDialog } from '../editor/preview-dialog.tsx';
import { client } from '../session/client.ts';
import { momentText } from '../session/dates.ts';
import { keys } from '../session/queries.ts';
import { Confirm } from '../shell/confirm.tsx';
import { Loaded } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { NotRestored, restorePublication } from './restore-publication.ts';

/** Every publication there was: to look at, and to put back into the draft. */
export function PublicationsPanel() {
  const words = useWords();
  const { versions } = words.publish;
  const { store } = useEditor();
  const { id } = useDraft(store).draft;
  const publications = useQuery({
    queryKey: keys.publications(id),
    queryFn: () => client.drafts.publications(id),
  });
  const [viewing, setViewing] = useState<number | null>(null);
  const [restoring, setRestoring] = useState<number | null>(null);
  return (
    <>
      <Loaded query={publications} lines={3}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={versions.empty}>
              <p>{versions.emptyText}</p>
            </EmptyState>
          ) : (
            <ul className="a-versions" aria-label={versions.title}>
              {data.map((one) => (
                <Version key={one.version} publication={one} onView={setViewing} onRestore={setRestoring} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {viewing !== null && <ViewPublication id={id} version={viewing} onClose={() => setViewing(null)} />}
      <Restore version={restoring} onClose={() => setRestoring(null)} />
    </>
  );
}

interface VersionProps {
  publication: PublicationListItem;
  onView: (version: number) => void;
  onRestore: (version: number) => void;
}

function Version({
  publication: { version, title, publishedAt, publishedBy, live },
  onView,
  onRestore,
}: VersionProps) {
  const { publish, language } = useWords();
  const { versions } = publish;
  const { mayEdit } = useEditor();
  const when = momentText(publishedAt, language);
  return (
    <li className="a-version">
      <p className="a-version-head">
        <strong>{versions.version(version)}</strong>
        {live && <Badge tone="ok">{versions.live}</Badge>}
      </p>
      <p className="a-clip">{title}</p>
      <p className="a-quiet">{publishedBy ? versions.by(publishedBy, when) : when}</p>
      <div className="a-actions">
        <Button size="small" onClick={() => onView(version)}>
          {versions.view}
        </Button>
        {mayEdit && (
          <Button size="small" look="quiet" onClick={() => onRestore(version)}>
            {versions.restore}
          </Button>
        )}
      </div>
    </li>
  );
}

function ViewPublication({ id, version, onClose }: { id: string; version: number; onClose: () => void }) {
  const { versions } = useWords().publish;
  const publication = useQuery({
    queryKey: keys.publication(id, version),
    queryFn: () => client.drafts.publication(id, version),
    staleTime: Infinity,
  });
  return (
    <PreviewDialog
      title={versions.version(version)}
      posting={(publication.data as PostingDocument | undefined) ?? null}
      onClose={onClose}
    />
  );
}

function Restore({ version, onClose }: { version: number | null; onClose: () => void }) {
  const words = useWords();
  const { versions } = words.publish;
  const { store } = useEditor();
  const queries = useQueryClient();
  const toast = useToast();
  const { id } = useDraft(store).draft;
  return (
    <Confirm
      open={version !== null}
      onClose={onClose}
      title={versions.restoreTitle(version ?? 0)}
      text={versions.restoreText}
      verb={versions.restore}
      look="strong"
      work={() => restorePublication(client, store, version ?? 0)}
      explain={(error) =>
        error instanceof NotRestored
          ? { unsaved: versions.restoreUnsaved, changed: versions.restoreChanged }[error.why]
          : undefined
      }
      onDone={(draft) => {
        store.absorb(draft);
        void queries.invalidateQueries({ queryKey: keys.draft(id) });
        void queries.invalidateQueries({ queryKey: keys.readiness(id) });
        toast.show({ text: versions.restored(version ?? 0) });
      }}
    />
  );
}

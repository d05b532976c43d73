import type { Draft, PublishedState } from '@gonggo/contract';
import { ApiProblem } from '@gonggo/contract/client';
import { Button, buttonClass, Dialog, Notice, Skeleton } from '@gonggo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useDraft, useEditor } from '../editor/editor-context.ts';
import { allFindings, typedFindings } from '../editor/findings.ts';
import { Findings } from '../editor/readiness-panel.tsx';
import { client } from '../session/client.ts';
import { mayDo, useMe } from '../session/me.ts';
import { isProblem, problemText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { CopyBox } from '../shell/copy-box.tsx';
import { readableAddress } from '../shell/readable-address.ts';
import { useWords } from '../words/use-words.ts';
import { ChangesForReaders } from './changes-for-readers.tsx';
import { newId } from '../session/new-id.ts';

/** The moment: what changes for readers, what is missing, one button, then the live address. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { publish } = words;
  const { store, jump } = useEditor();
  const { id } = useDraft(store).draft;
  const me = useMe();
  const queries = useQueryClient();
  const [idempotencyKey, setKey] = useState(newId);

  // What is typed is on its way to the server first: that is what gets published.
  const saved = useQuery({
    queryKey: ['flush', id],
    queryFn: async () => {
      const { failures } = store.uploads;
      if (await store.flush()) return 'all';
      return store.uploads.failures > failures ? 'no-picture' : 'not-all';
    },
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
  // The state of the draft that this dialog shows, and so the one that may be published: what others saved meanwhile
  // comes onto the page first.
  const seen = useQuery({
    queryKey: ['seen', id],
    queryFn: () => client.drafts.get(id).then(shown),
    enabled: saved.data === 'all',
    gcTime: 0,
    staleTime: Infinity,
  });
  const readiness = useQuery({
    queryKey: [...keys.readiness(id), 'publishing'],
    queryFn: () => client.drafts.readiness(id),
    enabled: seen.data !== undefined,
    gcTime: 0,
  });
  function shown(draft: Draft): number {
    store.absorb(draft);
    return draft.edits;
  }
  const go = useMutation({
    mutationFn: () => client.drafts.publish(id, { idempotencyKey, revision: seen.data }),
    onSuccess: () => {
      for (const key of [keys.draft(id), keys.publications(id), keys.drafts])
        void queries.invalidateQueries({ queryKey: key });
    },
    onError: (error) => {
      // Without an answer it may have been published: the same key finds it.
      if (error instanceof ApiProblem) setKey(newId());
      if (isProblem(error, 'not-ready')) void readiness.refetch();
      if (!isProblem(error, 'stale-revision')) return;
      queries.setQueryData(['seen', id], shown(error.current as Draft));
      void readiness.refetch();
    },
  });
  useEffect(() => {
    if (readiness.data) queries.setQueryData(keys.readiness(id), readiness.data);
  }, [readiness.data, queries, id]);

  if (go.data) return <Published state={go.data} onClose={onClose} />;
  const typed = typedFindings(store, words, true);
  const uploading = saved.isFetching && store.uploads.any;
  const asked = saved.data === undefined || saved.data === 'all';
  const failed = seen.error ? seen : readiness.error ? readiness : null;
  const checking = asked && !uploading && !readiness.data && !failed;
  const findings = allFindings(readiness.data?.findings ?? [], typed);
  const leave = (to: Parameters<typeof jump>[0]) => {
    onClose();
    jump(to);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={publish.title}
      closeLabel={words.common.close}
      footer={
        mayDo(me, 'publish') ? (
          <Button
            look="seal"
            size="large"
            disabled={!readiness.data?.ready || readiness.isFetching}
            busy={go.isPending}
            onClick={() => go.mutate()}
          >
            {go.isPending ? publish.publishing : publish.submit}
          </Button>
        ) : (
          <p className="a-quiet">{publish.notAllowed}</p>
        )
      }
    >
      <div className="a-publish">
        {isProblem(go.error, 'stale-revision') && (
          <Notice tone="warn" role="alert" title={publish.newer}>
            <p>{publish.newerText}</p>
          </Notice>
        )}
        <ChangesForReaders />
        {saved.data === 'no-picture' && (
          <Notice
            tone="warn"
            role="alert"
            title={publish.notUploaded}
            actions={<Button onClick={() => void saved.refetch()}>{publish.withoutPicture}</Button>}
          >
            <p>{publish.notUploadedText}</p>
          </Notice>
        )}
        {saved.data === 'not-all' && typed.length === 0 && (
          <Notice
            tone="warn"
            role="alert"
            actions={<Button onClick={() => void saved.refetch()}>{words.common.retry}</Button>}
          >
            <p>{publish.unsaved}</p>
          </Notice>
        )}
        {uploading && (
          <Notice role="status" title={publish.uploading}>
            <p>{publish.uploadingText}</p>
          </Notice>
        )}
        {checking && <Skeleton label={publish.checking} lines={2} />}
        {failed && (
          <Notice
            tone="danger"
            role="alert"
            actions={<Button onClick={() => void failed.refetch()}>{words.common.retry}</Button>}
          >
            <p>{problemText(failed.error, words)}</p>
          </Notice>
        )}
        {readiness.data?.ready && findings.length === 0 && (
          <Notice tone="ok">
            <p className="u-notice-title">{publish.ready}</p>
          </Notice>
        )}
        <Findings
          title={publish.missing}
          findings={findings.filter(({ level }) => level === 'error')}
          onGo={leave}
          heading="h3"
        />
        <Findings
          title={publish.warnings}
          findings={findings.filter(({ level }) => level === 'warning')}
          onGo={leave}
          heading="h3"
        />
        {go.error && !isProblem(go.error, 'stale-revision') && (
          <Notice tone="danger" role="alert">
            <p>{problemText(go.error, words)}</p>
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

function Published({ state, onClose }: { state: PublishedState; onClose: () => void }) {
  const words = useWords();
  const { publish } = words;
  const address = state.url ?? '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={publish.done}
      description={publish.doneText}
      closeLabel={words.common.close}
      footer={
        <>
          <Button onClick={onClose}>{words.common.close}</Button>
          <a className={buttonClass('strong')} href={address} target="_blank" rel="noopener">
            <ExternalLink />
            {publish.openPage}
          </a>
        </>
      }
    >
      <CopyBox label={publish.copyLink} value={address} shown={readableAddress(address)} />
    </Dialog>
  );
}

import {
  Checkbox,
  DateTimeField,
  IconButton,
  Menu,
  momentOf,
  useToast,
  wallClock,
  type MenuItem,
} from '@gonggo/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleOff, CircleStop, Ellipsis, ExternalLink, Languages, RotateCcw, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { postPath } from '../../site/addresses.ts';
import { useDraft, useEditor } from '../editor/editor-context.ts';
import { client } from '../session/client.ts';
import { mayDo, useMe } from '../session/me.ts';
import { problemText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { Confirm } from '../shell/confirm.tsx';
import { useWords } from '../words/use-words.ts';
import { newId } from '../session/new-id.ts';

type Asked = 'withdraw' | 'close' | 'reopen' | 'delete';

/** What else one can do with a posting: see it, close, reopen, withdraw, write it in the other language, delete. */
export function PostingMenu() {
  const words = useWords();
  const { publish, editor } = words;
  const { store } = useEditor();
  const { draft } = useDraft(store);
  const me = useMe();
  const router = useRouter();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { state, locale, variants } = draft;
  const live = state === 'open' || state === 'closed';
  const mayPublish = draft.mayPublish;
  const slug = usePublishedSlug(draft.id, draft.version, live);
  const mayDelete = mayDo(me, 'delete') || (draft.mayEdit && draft.version === 0);
  const other = locale === 'ko' ? 'en' : 'ko';
  const variant = variants.find((one) => one.locale === other);

  async function writeVariant() {
    try {
      const { title } = store.facts.snapshot.value;
      const created = await client.drafts.create(
        { title: title || words.postings.untitled, locale: other, variantOf: draft.id },
        { idempotencyKey: newId() },
      );
      router.push(`/admin/postings/${created.id}`);
    } catch (error) {
      toast.show({ text: problemText(error, words), tone: 'danger' });
    }
  }

  const items: (MenuItem | false)[] = [
    live &&
      slug !== undefined && {
        id: 'view',
        label: editor.view,
        icon: <ExternalLink />,
        onSelect: () => window.open(postPath({ locale: draft.locale, slug }), '_blank', 'noopener'),
      },
    variant
      ? {
          id: 'variant',
          label: editor.openVariant(editor.language[other]),
          icon: <Languages />,
          onSelect: () => router.push(`/admin/postings/${variant.id}`),
        }
      : mayDo(me, 'create') && {
          id: 'variant',
          label: editor.newVariant(editor.language[other]),
          icon: <Languages />,
          onSelect: () => void writeVariant(),
        },
    state === 'open' &&
      mayPublish && {
        id: 'close',
        label: publish.close,
        icon: <CircleStop />,
        onSelect: () => setAsked('close'),
      },
    state === 'closed' &&
      mayPublish && {
        id: 'reopen',
        label: publish.reopen,
        icon: <RotateCcw />,
        onSelect: () => setAsked('reopen'),
      },
    live &&
      mayPublish && {
        id: 'withdraw',
        label: publish.withdraw,
        icon: <CircleOff />,
        danger: true,
        onSelect: () => setAsked('withdraw'),
      },
    me.role !== 'viewer' && {
      id: 'delete',
      label: editor.delete,
      ...(!mayDelete && { description: editor.deleteNotMine, disabled: true }),
      ...(mayDelete && live && { description: editor.deleteLive, disabled: true }),
      icon: <Trash2 />,
      danger: true,
      onSelect: () => setAsked('delete'),
    },
  ];
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label={editor.menu} icon={<Ellipsis />} />}
        items={items.filter((item) => item !== false)}
      />
      <Ask asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

/** Where readers are: the draft may have another address by now. Undefined until it is known. */
function usePublishedSlug(id: string, version: number, enabled: boolean): string | undefined {
  const publication = useQuery({
    queryKey: keys.publication(id, version),
    queryFn: () => client.drafts.publication(id, version),
    enabled,
    staleTime: Infinity,
  });
  return publication.data?.slug;
}

function Ask({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  const words = useWords();
  const { publish, editor } = words;
  const { store } = useEditor();
  const { draft } = useDraft(store);
  const queries = useQueryClient();
  const toast = useToast();
  const router = useRouter();
  const { id } = draft;
  const once = () => ({ idempotencyKey: newId() });
  const done = (text: string) => () => {
    for (const key of [keys.draft(id), keys.publications(id), keys.readiness(id), keys.drafts]) {
      void queries.invalidateQueries({ queryKey: key });
    }
    toast.show({ text });
  };
  return (
    <>
      <Confirm
        open={asked === 'withdraw'}
        onClose={onClose}
        title={publish.withdrawTitle}
        text={publish.withdrawText}
        verb={publish.withdraw}
        work={() => client.drafts.withdraw(id, once())}
        onDone={done(publish.withdrawn)}
      />
      <Confirm
        open={asked === 'close'}
        onClose={onClose}
        title={publish.closeTitle}
        text={publish.closeText}
        verb={publish.close}
        look="strong"
        work={() => client.drafts.close(id, once())}
        onDone={done(publish.closed)}
      />
      <Confirm
        open={asked === 'delete'}
        onClose={onClose}
        title={editor.deleteTitle}
        text={draft.version > 0 ? editor.deleteOnceLive : editor.deleteText}
        verb={editor.delete}
        work={async () => {
          await store.facts.flush();
          await client.drafts.remove(id, store.facts.snapshot.stored.revision);
        }}
        onDone={() => {
          void queries.invalidateQueries({ queryKey: keys.drafts });
          toast.show({ text: editor.deleted });
          router.replace('/admin');
        }}
      />
      {asked === 'reopen' && <Reopen onClose={onClose} onDone={done(publish.reopened)} />}
    </>
  );
}

function Reopen({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { publish, facts } = useWords();
  const { store } = useEditor();
  const { draft } = useDraft(store);
  const [untilFilled, setUntilFilled] = useState(false);
  const [closing, setClosing] = useState(() => {
    const { closesAt, closesAtZone: zone } = draft.facts;
    // Closed early, perhaps by mistake: what was planned still holds.
    if (closesAt && Date.parse(closesAt) > Date.now()) return { clock: wallClock(closesAt, zone), zone };
    const inTwoWeeks = wallClock(new Date(Date.now() + 14 * 86_400_000).toISOString(), zone);
    return { clock: `${inTwoWeeks.slice(0, 10)}T23:59`, zone };
  });
  const [problem, setProblem] = useState<string>();
  return (
    <Confirm
      open
      onClose={onClose}
      title={publish.reopenTitle}
      text={publish.reopenText}
      verb={publish.reopen}
      look="strong"
      explain={(error) => (error instanceof PastClosing ? publish.reopenPast : undefined)}
      work={() => {
        const closesAt = untilFilled ? null : momentOf(closing.clock, closing.zone);
        if (!untilFilled && (!closesAt || Date.parse(closesAt) <= Date.now())) {
          setProblem(publish.reopenPast);
          return Promise.reject(new PastClosing());
        }
        return client.drafts.reopen(draft.id, { closesAt }, { idempotencyKey: newId() });
      }}
      onDone={onDone}
    >
      <div className="a-form">
        <DateTimeField
          label={facts.closesAt}
          zoneLabel={facts.zone}
          zoneGroups={facts.zoneGroups}
          zoneUnknown={facts.zoneUnknown}
          value={closing}
          disabled={untilFilled}
          error={problem}
          onChange={(next) => {
            setClosing(next);
            setProblem(undefined);
          }}
        />
        <Checkbox label={publish.untilFilled} checked={untilFilled} onCheck={setUntilFilled} />
      </div>
    </Confirm>
  );
}

class PastClosing extends Error {}

import { licenceLabel, licences, type Licence } from '@gonggo/content';
import type { Image, ImageUse } from '@gonggo/contract';
import { Button, Dialog, Field, Notice, Select, TextInput, useToast } from '@gonggo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useState, type FormEvent } from 'react';
import { client } from '../session/client.ts';
import { dayOf } from '../session/dates.ts';
import { mayDo, useMe } from '../session/me.ts';
import { isProblem, problemText, spotText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { Confirm } from '../shell/confirm.tsx';
import { Loaded } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { infoOf } from './picked.ts';
import { Thumb } from './thumb.tsx';

/** One image: its usual words, where it is used, and deleting it when it is not. */
export function ImageDialog({ image, onClose }: { image: Image; onClose: () => void }) {
  const words = useWords();
  const text = words.images;
  const queries = useQueryClient();
  const toast = useToast();
  const mayChange = mayDo(useMe(), 'images');
  const [deleting, setDeleting] = useState(false);
  const [alt, setAlt] = useState(image.alt);
  const [credit, setCredit] = useState(image.credit);
  const [creditUrl, setCreditUrl] = useState(image.creditUrl);
  const [licence, setLicence] = useState<Licence>(image.licence);
  const typed =
    alt !== image.alt ||
    credit !== image.credit ||
    creditUrl !== image.creditUrl ||
    licence !== image.licence;
  const reload = () => queries.invalidateQueries({ queryKey: keys.images });

  const save = useMutation({
    mutationFn: () =>
      client.images.change(image.id, image.revision, { alt, credit, creditUrl: creditUrl.trim(), licence }),
    onSuccess: () => {
      void reload();
      toast.show({ text: words.common.saved });
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  }

  const spot = (pointer: string) => spotText(save.error, pointer, words);
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.detail}
      closeLabel={words.common.close}
      size="wide"
      stay={typed}
    >
      <div className="a-image-detail">
        <div>
          <Thumb info={infoOf(image)} alt={image.alt} width={768} className="a-thumb-large" />
          <dl className="a-meta">
            <dt>{text.name}</dt>
            <dd>{image.name}</dd>
            <dt>{text.size}</dt>
            <dd>
              {image.width} × {image.height} · {bytesText(image.bytes)}
            </dd>
            <dt>{text.added}</dt>
            <dd>{dayOf(image.createdAt, words.language)}</dd>
          </dl>
          <Uses id={image.id} />
        </div>
        <form className="a-form" onSubmit={submit} noValidate>
          <p className="a-quiet">{text.usual}</p>
          <Field label={text.alt} hint={text.altHint} error={spot('/alt')}>
            <TextInput
              value={alt}
              maxLength={300}
              disabled={!mayChange}
              onChange={(event) => setAlt(event.currentTarget.value)}
            />
          </Field>
          <Field label={text.credit} hint={text.creditHint} error={spot('/credit')}>
            <TextInput
              value={credit}
              maxLength={120}
              disabled={!mayChange}
              onChange={(event) => setCredit(event.currentTarget.value)}
            />
          </Field>
          <Field label={text.creditUrl} error={spot('/creditUrl')}>
            <TextInput
              type="url"
              value={creditUrl}
              disabled={!mayChange}
              onChange={(event) => setCreditUrl(event.currentTarget.value)}
            />
          </Field>
          <Field label={text.licence} error={spot('/licence')}>
            <Select
              value={licence}
              disabled={!mayChange}
              options={licences.map((one) => ({ value: one, label: licenceLabel(one, words.language) }))}
              onSelect={setLicence}
            />
          </Field>
          {save.error && (
            <Notice tone="danger" role="alert">
              {problemText(save.error, words)}
            </Notice>
          )}
          {mayChange && (
            <div className="a-actions a-between">
              <Button look="danger" icon={<Trash2 />} onClick={() => setDeleting(true)}>
                {text.delete}
              </Button>
              <Button type="submit" look="strong" busy={save.isPending}>
                {words.common.save}
              </Button>
            </div>
          )}
        </form>
      </div>
      <Confirm
        open={deleting}
        onClose={() => setDeleting(false)}
        title={text.deleteTitle}
        text={text.deleteText}
        verb={words.common.delete}
        work={() => client.images.remove(image.id, image.revision)}
        explain={(error) => (isProblem(error, 'in-use') ? text.inUse : undefined)}
        onDone={() => {
          void reload();
          toast.show({ text: text.deleted });
          onClose();
        }}
      />
    </Dialog>
  );
}

function Uses({ id }: { id: string }) {
  const { images, postings } = useWords();
  const uses = useQuery({
    queryKey: keys.imageUses(id),
    queryFn: () => client.images.uses(id),
    staleTime: 0,
  });
  return (
    <section className="a-uses">
      <h3>{images.uses}</h3>
      <Loaded query={uses} lines={2}>
        {({ data }) =>
          data.length ? (
            <ul>
              {byPlace(data).map(({ postingId, title, where }, index) => (
                <li key={index}>
                  {postingId ? (
                    <Link href={`/admin/postings/${postingId}`}>{title || postings.untitled}</Link>
                  ) : (
                    title
                  )}{' '}
                  <span className="a-quiet">{where.map((one) => images.where[one]).join(' · ')}</span>
                </li>
              ))}
            </ul>
          ) : (
            <p className="a-quiet">{images.usesNone}</p>
          )
        }
      </Loaded>
    </section>
  );
}

type Where = ImageUse['where'];

/** One entry per posting: its draft, its live text and its versions mostly hold the same picture. */
function byPlace(uses: readonly ImageUse[]) {
  const places = new Map<string, { postingId: string | null; title: string; where: Where[] }>();
  for (const { postingId, title, where } of uses) {
    const key = postingId ?? `${where} ${title}`;
    const place = places.get(key) ?? { postingId, title, where: [] };
    if (!place.where.includes(where)) place.where.push(where);
    places.set(key, place);
  }
  return [...places.values()];
}

const bytesText = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

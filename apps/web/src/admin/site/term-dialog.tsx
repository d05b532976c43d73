import type { Term, TermKind } from '@gonggo/contract';
import { Button, Dialog, Field, Notice, TextInput } from '@gonggo/ui';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { client } from '../session/client.ts';
import { problemText, spotText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';
import { newId } from '../session/new-id.ts';

interface Props {
  kind: TermKind;
  /** null = a new one. */
  term: Term | null;
  onClose: () => void;
  onSaved: () => void;
}

export function TermDialog({ kind, term, onClose, onSaved }: Props) {
  const words = useWords();
  const { taxonomy, common } = words;
  const [nameKo, setNameKo] = useState(term?.nameKo ?? '');
  const [nameEn, setNameEn] = useState(term?.nameEn ?? '');
  const [slug, setSlug] = useState('');
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const names = { nameKo: nameKo.trim(), nameEn: nameEn.trim() };
      if (term) return client.taxonomy.change(term.id, term.revision, names);
      const given = slug.trim() ? { slug: slug.trim() } : {};
      return client.taxonomy.add({ kind, ...names, ...given }, { idempotencyKey: newId() });
    },
    onSuccess: () => {
      onSaved();
      onClose();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (nameKo.trim() && !save.isPending) save.mutate();
  }
  const title = term ? taxonomy.edit(term.nameKo) : taxonomy.add(taxonomy.kinds[kind]);
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={common.close} size="small">
      <form className="a-form" onSubmit={submit} noValidate>
        <Field
          label={taxonomy.nameKo}
          required
          error={tried && !nameKo.trim() ? common.required : spotText(save.error, '/nameKo', words)}
        >
          <TextInput
            value={nameKo}
            maxLength={80}
            onChange={(event) => setNameKo(event.currentTarget.value)}
          />
        </Field>
        <Field
          label={taxonomy.nameEn}
          hint={taxonomy.nameEnHint}
          error={spotText(save.error, '/nameEn', words)}
        >
          <TextInput
            value={nameEn}
            maxLength={80}
            onChange={(event) => setNameEn(event.currentTarget.value)}
          />
        </Field>
        {!term && (
          <Field label={taxonomy.slug} hint={taxonomy.slugHint} error={spotText(save.error, '/slug', words)}>
            <TextInput value={slug} maxLength={80} onChange={(event) => setSlug(event.currentTarget.value)} />
          </Field>
        )}
        {save.error && (
          <Notice tone="danger" role="alert">
            <p>{problemText(save.error, words)}</p>
          </Notice>
        )}
        <div className="a-actions a-end">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button type="submit" look="strong" busy={save.isPending}>
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

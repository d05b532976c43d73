import type { Term, TermKind } from '@gonggo/contract';
import { Field, TextInput } from '@gonggo/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../session/client.ts';
import { spotText } from '../session/problem-text.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
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
  const typed = nameKo !== (term?.nameKo ?? '') || nameEn !== (term?.nameEn ?? '') || slug !== '';
  const title = term ? taxonomy.edit(term.nameKo) : taxonomy.add(taxonomy.kinds[kind]);
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      typed={typed}
      verb={common.save}
      ready={nameKo.trim() !== ''}
      work={save}
      size="small"
    >
      {(tried) => (
        <>
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
            <Field
              label={taxonomy.slug}
              hint={taxonomy.slugHint}
              error={spotText(save.error, '/slug', words)}
            >
              <TextInput
                value={slug}
                maxLength={80}
                onChange={(event) => setSlug(event.currentTarget.value)}
              />
            </Field>
          )}
        </>
      )}
    </FormDialog>
  );
}

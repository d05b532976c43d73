import type { Locale } from '@gonggo/content';
import { ApiProblem } from '@gonggo/contract/client';
import { Field, Select, TextInput } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { FormDialog } from '../shell/form-dialog.tsx';
import { useWords } from '../words/use-words.ts';
import { newId } from '../session/new-id.ts';

/** A title is enough to begin; opens the editor on the new draft. */
export function NewPosting({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const text = words.postings.new;
  const router = useRouter();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [jobTitle, setJobTitle] = useState('');
  const [locale, setLocale] = useState<Locale>('ko');
  const [idempotencyKey, setKey] = useState(() => newId());

  const create = useMutation({
    mutationFn: () =>
      client.drafts.create({ title: title.trim(), jobTitle: jobTitle.trim(), locale }, { idempotencyKey }),
    onSuccess: (draft) => {
      void queries.invalidateQueries({ queryKey: keys.drafts });
      router.push(`/admin/postings/${draft.id}`);
    },
    onError: (error) => {
      // Without an answer the posting may have been made: the same key finds it.
      if (error instanceof ApiProblem) setKey(newId());
    },
  });

  return (
    <FormDialog
      title={text.title}
      onClose={onClose}
      typed={title + jobTitle !== ''}
      verb={text.submit}
      ready={title.trim() !== ''}
      work={create}
    >
      {(tried) => (
        <>
          <Field
            label={text.headline}
            hint={text.headlineHint}
            required
            error={tried && !title.trim() ? words.common.required : undefined}
          >
            <TextInput
              value={title}
              maxLength={200}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          </Field>
          <Field label={text.jobTitle} hint={text.jobTitleHint}>
            <TextInput
              value={jobTitle}
              maxLength={120}
              onChange={(event) => setJobTitle(event.currentTarget.value)}
            />
          </Field>
          <Field label={text.language}>
            <Select
              value={locale}
              options={[
                { value: 'ko', label: words.postings.language.ko },
                { value: 'en', label: words.postings.language.en },
              ]}
              onSelect={setLocale}
            />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

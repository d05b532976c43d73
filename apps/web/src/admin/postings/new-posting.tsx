import type { Locale } from '@gonggo/content';
import { ApiProblem } from '@gonggo/contract/client';
import { Button, Dialog, Field, Notice, Select, TextInput } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { client } from '../session/client.ts';
import { problemText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { useWords } from '../words/use-words.ts';
import { newId } from '../session/new-id.ts';

/** A title is enough to begin; opens the editor on the new draft. */
export function NewPosting({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useWords();
  const text = words.postings.new;
  const router = useRouter();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [jobTitle, setJobTitle] = useState('');
  const [locale, setLocale] = useState<Locale>('ko');
  const [tried, setTried] = useState(false);
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

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (title.trim() && !create.isPending) create.mutate();
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text.title}
      closeLabel={words.common.close}
      stay={title !== ''}
    >
      <form className="a-form" onSubmit={submit} noValidate>
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
        {create.error && (
          <Notice tone="danger" role="alert">
            {problemText(create.error, words)}
          </Notice>
        )}
        <div className="a-actions a-end">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" look="strong" busy={create.isPending}>
            {text.submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

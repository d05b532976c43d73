import { isWebAddress } from '@gonggo/content';
import type { Settings } from '@gonggo/contract';
import { Button, Field, Notice, TextInput, useToast } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ImageChoice } from '../images/image-choice.tsx';
import { client } from '../session/client.ts';
import { isProblem, problemText, spotText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { useWords } from '../words/use-words.ts';
import { AccentField, isAccent } from './accent-field.tsx';

export function SettingsForm({ settings, onReload }: { settings: Settings; onReload: () => void }) {
  const words = useWords();
  const { settings: text, common } = words;
  const queries = useQueryClient();
  const toast = useToast();
  const [values, setValues] = useState(settings);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Settings>) => setValues((before) => ({ ...before, ...change }));
  const companyUrl = values.companyUrl?.trim() || null;
  const wrong = {
    siteName: !values.siteName.trim() && common.required,
    accent: !isAccent(values.accent) && text.accentWrong,
    companyUrl: companyUrl !== null && !isWebAddress(companyUrl) && text.urlWrong,
  };
  const save = useMutation({
    mutationFn: () => {
      const { revision, ...rest } = values;
      return client.settings.change(revision, { ...rest, siteName: rest.siteName.trim(), companyUrl });
    },
    onSuccess: (now) => {
      queries.setQueryData(keys.settings, now);
      toast.show({ text: common.saved });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!Object.values(wrong).some(Boolean) && !save.isPending) save.mutate();
  }
  const error = (name: keyof Settings) => {
    const own = name in wrong && tried ? wrong[name as keyof typeof wrong] : false;
    return own || spotText(save.error, `/${name}`, words);
  };
  const stale = isProblem(save.error, 'stale-revision');
  return (
    <form className="a-form a-panel" onSubmit={submit} noValidate>
      <Field label={text.siteName} required error={error('siteName')}>
        <TextInput
          value={values.siteName}
          maxLength={80}
          onChange={(event) => set({ siteName: event.currentTarget.value })}
        />
      </Field>
      <Field label={text.taglineKo} error={error('taglineKo')}>
        <TextInput
          value={values.taglineKo}
          maxLength={200}
          onChange={(event) => set({ taglineKo: event.currentTarget.value })}
        />
      </Field>
      <Field label={text.taglineEn} error={error('taglineEn')}>
        <TextInput
          lang="en"
          value={values.taglineEn}
          maxLength={200}
          onChange={(event) => set({ taglineEn: event.currentTarget.value })}
        />
      </Field>
      <AccentField value={values.accent} error={error('accent')} onChange={(accent) => set({ accent })} />
      <ImageChoice
        label={text.logo}
        chooseLabel={text.chooseLogo}
        removeLabel={text.removeLogo}
        value={values.logo}
        onChange={(image) => set({ logo: image?.id ?? null })}
      />
      <ImageChoice
        label={text.homeImage}
        chooseLabel={text.chooseHome}
        removeLabel={text.removeHome}
        value={values.homeImage}
        onChange={(image) => set({ homeImage: image?.id ?? null, homeImageAlt: image?.alt ?? '' })}
      />
      {values.homeImage && (
        <Field label={text.homeImageAlt} error={error('homeImageAlt')}>
          <TextInput
            value={values.homeImageAlt}
            maxLength={300}
            onChange={(event) => set({ homeImageAlt: event.currentTarget.value })}
          />
        </Field>
      )}
      <Field label={text.companyUrl} error={error('companyUrl')}>
        <TextInput
          type="url"
          value={values.companyUrl ?? ''}
          maxLength={2000}
          onChange={(event) => set({ companyUrl: event.currentTarget.value })}
        />
      </Field>
      {save.error && (
        <Notice
          tone="danger"
          role="alert"
          actions={stale && <Button onClick={onReload}>{text.reload}</Button>}
        >
          <p>{stale ? text.stale : problemText(save.error, words)}</p>
        </Notice>
      )}
      <Button type="submit" look="strong" className="a-start" busy={save.isPending}>
        {common.save}
      </Button>
    </form>
  );
}

import { isWebAddress } from '@gonggo/content';
import type { Settings } from '@gonggo/contract';
import { Button, Field, Notice, TextInput, useToast } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ImageChoice } from '../images/image-choice.tsx';
import { client } from '../session/client.ts';
import { isProblem, problemText, spotText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { rebase } from '../saving/rebase.ts';
import { same } from '../saving/same.ts';
import { LeaveGuard } from '../shell/leave-guard.tsx';
import { useWords } from '../words/use-words.ts';
import { AccentField, isAccent } from './accent-field.tsx';

/** Saved by its button. What somebody else saved meanwhile comes in under what was changed here. */
export function SettingsForm({ settings, onStale }: { settings: Settings; onStale: () => void }) {
  const words = useWords();
  const { settings: text, common } = words;
  const queries = useQueryClient();
  const toast = useToast();
  const [base, setBase] = useState(settings);
  const [values, setValues] = useState(settings);
  if (settings.revision > base.revision) {
    setBase(settings);
    setValues(rebase(values, base, settings));
  }
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Settings>) => setValues((before) => ({ ...before, ...change }));
  const companyUrl = values.companyUrl?.trim() || null;
  const wrong = {
    siteName: !values.siteName.trim() && common.required,
    accent: !isAccent(values.accent) && text.accentWrong,
    companyUrl: companyUrl !== null && !isWebAddress(companyUrl) && text.urlWrong,
  };
  const save = useMutation({
    mutationFn: (sent: Settings) => {
      const { revision, ...rest } = sent;
      return client.settings.change(revision, { ...rest, siteName: rest.siteName.trim(), companyUrl });
    },
    onSuccess: (now, sent) => {
      setBase(now);
      setValues((mine) => rebase(mine, sent, now));
      queries.setQueryData(keys.settings, now);
      toast.show({ text: common.saved });
    },
    onError: (error) => {
      if (isProblem(error, 'stale-revision')) onStale();
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!Object.values(wrong).some(Boolean) && !save.isPending) save.mutate(values);
  }
  const error = (name: keyof Settings) => {
    const own = name in wrong && tried ? wrong[name as keyof typeof wrong] : false;
    return own || spotText(save.error, `/${name}`, words);
  };
  const stale = isProblem(save.error, 'stale-revision');
  return (
    <form className="a-form a-panel" onSubmit={submit} noValidate>
      <LeaveGuard unsaved={!same(values, base)} />
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
        <Notice tone="danger" role="alert">
          <p>{stale ? text.stale : problemText(save.error, words)}</p>
        </Notice>
      )}
      <Button type="submit" look="strong" className="a-start" busy={save.isPending}>
        {common.save}
      </Button>
    </form>
  );
}

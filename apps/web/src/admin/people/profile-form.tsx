import { Button, Field, Notice, Select, TextInput, useToast } from '@gonggo/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ImageChoice } from '../images/image-choice.tsx';
import { client } from '../session/client.ts';
import { useMe } from '../session/me.ts';
import { language as languagePreference } from '../session/preference.ts';
import { problemText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { LeaveGuard } from '../shell/leave-guard.tsx';
import { useWords } from '../words/use-words.ts';

export function ProfileForm() {
  const words = useWords();
  const text = words.me;
  const me = useMe();
  const queries = useQueryClient();
  const toast = useToast();
  const [name, setName] = useState(me.name);
  const [byline, setByline] = useState(me.byline);
  const [avatar, setAvatar] = useState(me.avatar);
  const [language, setLanguage] = useState(words.language);
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () => {
      const profile = { name: name.trim(), byline: byline.trim(), avatar };
      return client.me.change(language === words.language ? profile : { ...profile, language });
    },
    onSuccess: (now) => {
      queries.setQueryData(keys.me, now);
      if (language !== words.language) languagePreference.set(language);
      toast.show({ text: words.common.saved });
    },
  });
  const unsaved =
    name.trim() !== me.name ||
    byline.trim() !== me.byline ||
    avatar !== me.avatar ||
    language !== words.language;
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (name.trim() && !save.isPending) save.mutate();
  }
  return (
    <section className="a-panel" aria-labelledby="me-profile">
      <h2 id="me-profile">{text.profile}</h2>
      <form className="a-form" onSubmit={submit} noValidate>
        <LeaveGuard unsaved={unsaved} />
        <Field
          label={text.name}
          hint={text.nameHint}
          required
          error={tried && !name.trim() ? words.common.required : undefined}
        >
          <TextInput
            autoComplete="name"
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <Field label={text.byline} hint={text.bylineHint}>
          <TextInput
            value={byline}
            maxLength={80}
            onChange={(event) => setByline(event.currentTarget.value)}
          />
        </Field>
        <ImageChoice
          round
          label={text.avatar}
          chooseLabel={text.chooseAvatar}
          removeLabel={text.removeAvatar}
          value={avatar}
          onChange={(image) => setAvatar(image?.id ?? null)}
        />
        <Field label={text.language}>
          <Select
            value={language}
            options={[
              { value: 'ko', label: '한국어' },
              { value: 'en', label: 'English' },
            ]}
            onSelect={setLanguage}
          />
        </Field>
        {save.error && (
          <Notice tone="danger" role="alert">
            <p>{problemText(save.error, words)}</p>
          </Notice>
        )}
        <Button type="submit" look="strong" className="a-start" busy={save.isPending}>
          {words.common.save}
        </Button>
      </form>
    </section>
  );
}

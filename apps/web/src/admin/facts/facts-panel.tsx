import {
  employmentTypeLabel,
  employmentTypes,
  levelLabel,
  levels,
  remoteKinds,
  remoteLabel,
  slugify,
} from '@gonggo/content';
import type { Term, TermKind } from '@gonggo/contract';
import { Checkbox, Field, Fieldset, Select, TextInput } from '@gonggo/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { useWords } from '../words/use-words.ts';
import { AuthorsField } from './authors-field.tsx';
import { DatesField } from './dates-field.tsx';
import { PayField } from './pay-field.tsx';
import { PlacesField } from './places-field.tsx';
import { ExperienceField } from './experience-field.tsx';
import { termName } from './terms.ts';
import { useFacts } from './use-facts-form.ts';

export const useTerms = () =>
  useQuery({ queryKey: keys.taxonomy, queryFn: client.taxonomy.list, staleTime: 60_000 });

/** Every fact but the title, the summary and the cover, which stand at the head of the post. */
export function FactsPanel({ address }: { address: (slug: string) => string }) {
  const words = useWords();
  const { facts } = words;
  const { form, disabled, error, onBlur } = useFacts();
  const terms = useTerms().data?.data ?? [];
  const none = { value: '' as const, label: words.common.notChosen };
  const { register } = form;
  return (
    <form
      className="a-facts"
      onBlur={onBlur}
      onSubmit={(event) => event.preventDefault()}
      aria-label={words.editor.facts}
    >
      <Group title={facts.groups.job}>
        <Field id="fact-jobTitle" label={facts.jobTitle} hint={facts.jobTitleHint} error={error('jobTitle')}>
          <TextInput maxLength={120} {...register('jobTitle')} disabled={disabled} />
        </Field>
        <div className="a-pair">
          <Field id="fact-team" label={facts.team} error={error('team')}>
            <TermSelect name="team" kind="team" terms={terms} />
          </Field>
          <Field id="fact-jobFamily" label={facts.jobFamily} error={error('jobFamily')}>
            <TermSelect name="jobFamily" kind="jobFamily" terms={terms} />
          </Field>
          <Field id="fact-level" label={facts.level} error={error('level')}>
            <Select
              {...register('level')}
              disabled={disabled}
              options={[
                none,
                ...levels.map((value) => ({ value, label: levelLabel(value, words.language) })),
              ]}
            />
          </Field>
          <Field id="fact-employmentType" label={facts.employmentType} error={error('employmentType')}>
            <Select
              {...register('employmentType')}
              disabled={disabled}
              options={[
                none,
                ...employmentTypes.map((value) => ({
                  value,
                  label: employmentTypeLabel(value, words.language),
                })),
              ]}
            />
          </Field>
        </div>
        <ExperienceField />
        <div className="a-pair">
          <Field id="fact-openings" label={facts.openings} error={error('openings')}>
            <TextInput inputMode="numeric" maxLength={20} {...register('openings')} disabled={disabled} />
          </Field>
          <Field id="fact-company" label={facts.company} hint={facts.companyHint} error={error('company')}>
            <TextInput maxLength={120} {...register('company')} disabled={disabled} />
          </Field>
        </div>
      </Group>
      <Group title={facts.groups.place}>
        <PlacesField />
        <Field id="fact-remote" label={facts.remote} error={error('remote')}>
          <Select
            {...register('remote')}
            disabled={disabled}
            options={[
              none,
              ...remoteKinds.map((value) => ({ value, label: remoteLabel(value, words.language) })),
            ]}
          />
        </Field>
      </Group>
      <Group title={facts.groups.pay}>
        <PayField />
      </Group>
      <Group title={facts.groups.when}>
        <DatesField />
        <Field id="fact-applyUrl" label={facts.applyUrl} hint={facts.applyUrlHint} error={error('applyUrl')}>
          <TextInput inputMode="email" maxLength={2000} {...register('applyUrl')} disabled={disabled} />
        </Field>
      </Group>
      <Group title={facts.groups.tags}>
        <Tags terms={terms} />
      </Group>
      <Group title={facts.groups.authors}>
        <AuthorsField />
      </Group>
      <Group title={facts.groups.address}>
        <Controller
          control={form.control}
          name="slug"
          render={({ field: { value, ...field } }) => (
            <Field
              id="fact-slug"
              label={facts.slug}
              hint={facts.slugHint(address(value))}
              error={error('slug')}
            >
              <TextInput
                maxLength={120}
                value={value}
                {...field}
                disabled={disabled}
                onBlur={() => {
                  if (value.trim()) form.setValue('slug', slugify(value));
                  field.onBlur();
                }}
              />
            </Field>
          )}
        />
      </Group>
    </form>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="a-group">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function TermSelect({ name, kind, terms }: { name: 'team' | 'jobFamily'; kind: TermKind; terms: Term[] }) {
  const words = useWords();
  const { form, disabled } = useFacts();
  const known = terms.filter((term) => term.kind === kind);
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <Select
          {...field}
          disabled={disabled}
          options={[
            { value: '', label: words.common.notChosen },
            ...known.map((term) => ({ value: term.slug, label: termName(term, words.language) })),
            // Until the vocabulary is loaded the present value still has to be there.
            ...(field.value && !known.some((term) => term.slug === field.value)
              ? [{ value: field.value, label: field.value }]
              : []),
          ]}
        />
      )}
    />
  );
}

function Tags({ terms }: { terms: Term[] }) {
  const words = useWords();
  const { form, disabled, error } = useFacts();
  const tags = terms.filter((term) => term.kind === 'tag');
  if (!tags.length) return <p className="a-quiet">{words.facts.tagsEmpty}</p>;
  return (
    <Controller
      control={form.control}
      name="tagIds"
      render={({ field: { value, onChange } }) => (
        <Fieldset legend={<span className="u-hidden">{words.facts.tags}</span>} error={error('tagIds')}>
          <div className="a-tags" id="fact-tagIds" tabIndex={-1}>
            {tags.map((tag) => (
              <Checkbox
                key={tag.id}
                className="a-tag"
                label={termName(tag, words.language)}
                checked={value.includes(tag.id)}
                disabled={disabled}
                onCheck={(checked) =>
                  onChange(checked ? [...value, tag.id] : value.filter((id) => id !== tag.id))
                }
              />
            ))}
          </div>
        </Fieldset>
      )}
    />
  );
}

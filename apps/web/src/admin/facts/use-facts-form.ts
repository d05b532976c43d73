import type { DraftFacts } from '@gonggo/contract';
import { createContext, use, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useAutosave } from '../saving/use-autosave.ts';
import type { Autosave } from '../saving/autosave.ts';
import { isProblem, spotText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';
import { unsaved, type FactsTyping } from './facts-typing.ts';
import { factsOf, tidied, valuesOf, type FactsValues } from './facts-values.ts';
import { differing, type FactName } from './merge-facts.ts';

export interface FactsForm {
  form: UseFormReturn<FactsValues>;
  disabled: boolean;
  /** The message for a fact, once the person has left its field. */
  error: (name: FactName) => string | undefined;
  /** A field was left: what it says is written the usual way, or its error is shown. */
  onBlur: () => void;
}

const FactsFormContext = createContext<FactsForm | null>(null);
export const FactsFormProvider = FactsFormContext.Provider;

export function useFacts(): FactsForm {
  const form = use(FactsFormContext);
  if (!form) throw new Error('useFacts outside of a facts form');
  return form;
}

/** Which fields of the form make a fact. */
const fieldsOf: Record<FactName, readonly (keyof FactsValues)[]> = {
  title: ['title'],
  jobTitle: ['jobTitle'],
  summary: ['summary'],
  slug: ['slug'],
  cover: ['cover'],
  company: ['company'],
  team: ['team'],
  jobFamily: ['jobFamily'],
  experience: ['minYears', 'maxYears'],
  level: ['level'],
  employmentType: ['employmentType'],
  locations: ['locations'],
  remote: ['remote'],
  pay: ['payCurrency', 'payMin', 'payMax', 'payUnit'],
  openings: ['openings'],
  opensAt: ['opens'],
  closesAt: ['closes'],
  closesAtZone: ['zone', 'opens', 'closes'],
  applyUrl: ['applyUrl'],
  tagIds: ['tagIds'],
  authors: ['authors'],
};

/** Of the form as it was left, what the facts don't hold. All else may have been changed by somebody since. */
function onlyTyped({ snapshot: { values, errors } }: FactsTyping): Partial<FactsValues> {
  if (!values) return {};
  const fields = unsaved(errors).flatMap((name) => fieldsOf[name]);
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

/** Ties the form to the autosave of the facts: the form owns what is typed, the autosave hears what it means. */
export function useFactsForm(save: Autosave<DraftFacts>, typing: FactsTyping, disabled: boolean): FactsForm {
  const words = useWords();
  const { value, epoch, state } = useAutosave(save);
  const { shown } = useSyncExternalStore(typing.subscribe, typing.getSnapshot, typing.getSnapshot);
  const [defaultValues] = useState(() => ({ ...valuesOf(value), ...onlyTyped(typing) }));
  const form = useForm<FactsValues>({ defaultValues });

  useEffect(() => {
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const { facts, errors } = factsOf(values, save.snapshot.value);
        typing.type(values, errors);
        save.change(facts);
      },
    });
    return unsubscribe;
  }, [form, save, typing]);

  // Somebody else's facts came in: only the fields that differ are set, so that the caret stays where one types.
  const applied = useRef({ value, epoch });
  useEffect(() => {
    const before = applied.current;
    applied.current = { value, epoch };
    if (epoch === before.epoch) return;
    const fresh = valuesOf(value);
    for (const name of differing(before.value, value)) {
      for (const field of fieldsOf[name]) form.setValue(field, fresh[field]);
    }
  }, [epoch, value, form]);

  return useMemo(() => {
    const problem = state.kind === 'refused' ? state.problem : null;
    const error = (name: FactName) => {
      const own = shown[name];
      if (own) return words.facts.errors[own];
      if (name === 'slug' && isProblem(problem, 'slug-taken')) return words.common.problems['slug-taken'];
      return problem ? spotText(problem, `/${name}`, words) : undefined;
    };
    const onBlur = () => {
      for (const [field, usual] of tidied(form.getValues(), save.snapshot.stored.value))
        form.setValue(field, usual);
      typing.leave();
    };
    return { form, disabled, error, onBlur };
  }, [form, save, typing, disabled, shown, state, words]);
}

import type { DraftFacts } from '@gonggo/contract';
import { createContext, use, useEffect, useMemo, useRef, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useAutosave } from '../saving/use-autosave.ts';
import type { Autosave } from '../saving/autosave.ts';
import { isProblem, spotText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';
import { factsOf, valuesOf, type FactErrors, type FactsValues } from './facts-values.ts';
import { differing, type FactName } from './merge-facts.ts';

export interface FactsForm {
  form: UseFormReturn<FactsValues>;
  disabled: boolean;
  /** The message for a fact, once the person has left its field. */
  error: (name: FactName) => string | undefined;
  /** A field was left: its error may be shown now. */
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

/** Ties the form to the autosave of the facts: the form owns what is typed, the autosave hears of it. */
export function useFactsForm(save: Autosave<DraftFacts>, disabled: boolean): FactsForm {
  const words = useWords();
  const { value, epoch, state } = useAutosave(save);
  const form = useForm<FactsValues>({ defaultValues: valuesOf(value) });
  const latest = useRef<FactErrors>({});
  const [shown, setShown] = useState<FactErrors>({});

  useEffect(() => {
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const { facts, errors } = factsOf(values, save.snapshot.value);
        latest.current = errors;
        // While somebody types, errors only go; they come when the field is left.
        setShown((before) => {
          const still = Object.entries(before).filter(
            ([name]) => errors[name as FactName] === before[name as FactName],
          );
          return still.length === Object.keys(before).length ? before : Object.fromEntries(still);
        });
        save.change(facts);
      },
    });
    return unsubscribe;
  }, [form, save]);

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
    return { form, disabled, error, onBlur: () => setShown(latest.current) };
  }, [form, disabled, shown, state, words]);
}

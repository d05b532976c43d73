import { actions } from './ko/actions.ts';
import { conflict, editor, saving } from './ko/editor.ts';
import { facts } from './ko/facts.ts';
import { failures } from './ko/failures.ts';
import { images } from './ko/images.ts';
import { accounts, apiKeys, audit, me } from './ko/people.ts';
import { postings, states } from './ko/postings.ts';
import { publish } from './ko/publish.ts';
import { entry, shell } from './ko/shell.ts';
import { settings, taxonomy } from './ko/site.ts';

export const ko = {
  language: 'ko' as 'ko' | 'en',
  common: { ...actions, ...failures },
  shell,
  entry,
  states,
  postings,
  saving,
  conflict,
  editor,
  facts,
  publish,
  images,
  accounts,
  apiKeys,
  audit,
  me,
  taxonomy,
  settings,
};

/** Every string of the admin. English has exactly these. */
export type Words = typeof ko;

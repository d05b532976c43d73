import type { Words } from './ko.ts';
import { actions } from './en/actions.ts';
import { conflict, editor, saving } from './en/editor.ts';
import { facts } from './en/facts.ts';
import { failures } from './en/failures.ts';
import { images } from './en/images.ts';
import { accounts, apiKeys, audit, me } from './en/people.ts';
import { postings, states } from './en/postings.ts';
import { publish } from './en/publish.ts';
import { entry, shell } from './en/shell.ts';
import { settings, taxonomy } from './en/site.ts';

export const en: Words = {
  language: 'en',
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

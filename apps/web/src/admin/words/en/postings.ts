import type { Words } from '../ko.ts';

export const states: Words['states'] = {
  draft: 'Draft',
  open: 'Open',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
};

export const postings: Words['postings'] = {
  title: 'Postings',
  create: 'New posting',
  state: 'State',
  team: 'Team',
  author: 'Author',
  closing: 'Closing',
  changed: 'Changed since it was published',
  changedShort: 'Changed',
  updated: (when) => `changed ${when}`,
  untilFilled: 'Until filled',
  dday: (days) =>
    days === 0 ? 'D-day' : days > 0 ? `D-${days}` : days === -1 ? '1 day ago' : `${-days} days ago`,
  language: { ko: 'Korean', en: 'English' },
  untitled: 'Untitled posting',
  version: (count) =>
    count === 0 ? 'Never published' : `Published ${count === 1 ? 'once' : `${count} times`}`,
  open: (title) => `Open ${title}`,
  filter: {
    label: 'Filter the postings',
    sentence: '{state} postings in {language} written by {who}',
    who: 'Written by',
    everyone: 'anyone',
    mine: 'me',
    whichLanguage: 'Language',
    anyLanguage: 'any language',
    ko: 'Korean',
    en: 'English',
    whichState: 'State',
    anyState: 'All',
  },
  empty: {
    title: 'Write your first posting',
    text: 'A title is enough to start. Nobody sees it before you publish',
    viewer: 'There are no postings yet',
    filtered: 'No posting is like that',
    clear: 'Show all',
  },
  new: {
    title: 'New posting',
    headline: 'Title',
    headlineHint: 'The first line readers meet. You can change it later',
    jobTitle: 'Job title',
    jobTitleHint: 'The role as search engines want it, for example Backend engineer (Node.js)',
    language: 'Language of the text',
    submit: 'Start writing',
  },
};

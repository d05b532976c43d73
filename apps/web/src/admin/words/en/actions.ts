import type { actions as ko } from '../ko/actions.ts';

export const actions: typeof ko = {
  cancel: 'Cancel',
  close: 'Close',
  copied: 'Copied',
  copy: 'Copy',
  copyFailed: 'Could not copy. Please select the text and copy it',
  create: 'Create',
  delete: 'Delete',
  done: 'Done',
  loading: 'Loading',
  loadMore: 'Show more',
  notChosen: 'Not chosen',
  notifications: 'Notifications',
  retry: 'Try again',
  save: 'Save',
  saved: 'Saved',
  undo: 'Undo',
};

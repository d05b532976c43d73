import { all, unwrap, type Pass } from './elements.ts';

/** Whose words lead nowhere from here: bookmarks of the other page, its own paths, files of somebody's disk. */
const leads = /^\s*(?:https?:|mailto:)/i;

/** Links that would be dead on our pages become their words; what addresses we take is the link's own rule. */
export const dropDeadLinks: Pass = (root) => {
  for (const link of all(root, 'a')) if (!leads.test(link.getAttribute('href') ?? '')) unwrap(link);
};

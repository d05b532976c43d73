/**
 * The Gonggos that tests run against, each a site's address: one worker of Playwright's for each, since tests publish,
 * withdraw and close on a site of their own.
 */
export const sites = (process.env.TEST_SITES ?? process.env.SITE_URL ?? 'http://localhost:3000').split(' ');

/** The one of this worker. */
export const siteUrl = sites[Number(process.env.TEST_PARALLEL_INDEX ?? 0)] ?? '';

export const owner = {
  email: process.env.OWNER_EMAIL ?? 'owner@gonggo.example',
  password: process.env.OWNER_PASSWORD ?? '',
};

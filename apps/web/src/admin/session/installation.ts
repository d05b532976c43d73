/** What the page was told about where it is; nothing while the server renders it. */
const told = (name: 'installation' | 'site') =>
  typeof document === 'undefined' ? undefined : document.documentElement.dataset[name];

/**
 * A name in this browser's storage that no other installation uses: an origin (on a laptop often localhost:3000)
 * outlives the program that listens there.
 */
export const ownName = (name: string) => ['gonggo', told('installation'), name].filter(Boolean).join(':');

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/** The address to open instead, where the API takes no changes from this one; null where it does. */
export function properAddress(here: string, siteUrl = told('site')): string | null {
  if (!siteUrl) return null;
  const [asked, site] = [new URL(here), new URL(siteUrl)];
  const sameMachine = loopback.includes(asked.hostname) && loopback.includes(site.hostname);
  if (sameMachine) asked.hostname = site.hostname;
  return asked.origin === site.origin ? null : site.origin + asked.pathname;
}

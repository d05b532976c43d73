import type { SiteConfig } from './config.ts';
import { nothing } from '@gonggo/contract/shows';
import { madeDocument } from './made-document.ts';
import type { Made } from './page-store.ts';

const month = 30 * 86_400_000;

/** How to report a flaw (RFC 9116), by its path; nothing where no contact is set. It expires by half a year. */
export function securityDocument(config: SiteConfig): Record<string, () => Promise<Made>> {
  const { securityContact, siteUrl } = config;
  if (securityContact === null) return {};
  const path = '/.well-known/security.txt';
  return {
    [path]: async () => {
      // To the month, so that all processes say the same and caches keep it.
      const turn = (Math.floor(Date.now() / month) + 1) * month;
      const lines = [
        `Contact: ${securityContact}`,
        `Expires: ${new Date(turn + 5 * month).toISOString()}`,
        'Preferred-Languages: ko, en',
        `Canonical: ${siteUrl}${path}`,
        '',
      ];
      const ownWords = { sources: [], revision: null, expires: null };
      return madeDocument('text/plain; charset=utf-8', lines.join('\n'), siteUrl, ownWords, turn, nothing);
    },
  };
}

import type { Organization } from 'schema-dts';
import { absolute } from '../outputs/context.ts';

/** Who publishes: the site's name, its origin, and its logo if it has one. */
export interface PublishingSite {
  name: string;
  url: string;
  logo?: string | null;
}

export const organization = (name: string, site: PublishingSite): Organization => ({
  '@type': 'Organization',
  name: name || site.name,
  sameAs: site.url,
  ...(site.logo ? { logo: absolute(site.logo, site.url) } : {}),
});

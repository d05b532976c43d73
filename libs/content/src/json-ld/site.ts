import type { Organization } from 'schema-dts';
import { absolute } from '../outputs/context.ts';

/** Who publishes: the site's name, its origin, and, if it has them, the company's own address and a logo. */
export interface PublishingSite {
  name: string;
  url: string;
  companyUrl?: string | null;
  logo?: string | null;
}

export const organization = (name: string, site: PublishingSite): Organization => ({
  '@type': 'Organization',
  name: name || site.name,
  sameAs: site.companyUrl ?? site.url,
  ...(site.logo ? { logo: absolute(site.logo, site.url) } : {}),
});

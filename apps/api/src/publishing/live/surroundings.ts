import type { Locale } from '@gonggo/content';
import { imageAddress } from '@gonggo/content/render';
import type { EntityManager } from 'typeorm';
import { imageInfos } from '../../images/image-info.ts';
import { Setting } from '../../settings/setting.ts';
import type { FrozenPosting } from '../snapshot/frozen.ts';
import { imagesOf, type PostingSurroundings, type Surroundings } from './texts.ts';

/** The site as settings and configuration have it now. */
export async function siteAround(db: EntityManager, siteUrl: string): Promise<Surroundings> {
  const { siteName, companyUrl, logo, revision } = await db.findOneByOrFail(Setting, { id: 1 });
  const images = logo ? await imageInfos(db, [logo]) : {};
  const address = logo && imageAddress(logo, { locale: 'ko', images, siteUrl });
  const site = { name: siteName, url: siteUrl, companyUrl, logo: address || null };
  return { site, settingsRevision: revision };
}

/** All that a posting's texts need besides its publication. */
export async function around(
  db: EntityManager,
  site: Surroundings,
  frozen: FrozenPosting,
  { variantGroup, closesAt }: { variantGroup: string | null; closesAt: Date | null },
): Promise<PostingSurroundings> {
  const others: { locale: Locale; slug: string }[] = variantGroup
    ? await db.query(
        'SELECT locale, slug FROM published_posting WHERE variant_group = $1 AND posting_id <> $2 ORDER BY locale',
        [variantGroup, frozen.posting.id],
      )
    : [];
  return {
    ...site,
    images: await imageInfos(db, imagesOf(frozen)),
    alternates: Object.fromEntries(others.map(({ locale, slug }) => [locale, slug])),
    closesAt,
  };
}

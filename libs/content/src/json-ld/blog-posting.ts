import type { BlogPosting, WithContext } from 'schema-dts';
import type { PostingDocument } from '../document.ts';
import { absolute, imageAddress } from '../outputs/context.ts';
import { organization, type PublishingSite } from './site.ts';

/** schema.org's BlogPosting: the letter, open or closed. */
export function toBlogPosting(posting: PostingDocument, site: PublishingSite): WithContext<BlogPosting> {
  const { title, summary, cover, authors, locale, publishedAt, updatedAt, tags, links, images } = posting;
  const image = cover && imageAddress(cover.imageId, { locale, images, siteUrl: site.url });
  const page = absolute(links.html, site.url);
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: title,
    ...(summary ? { description: summary } : {}),
    ...(image ? { image: [image] } : {}),
    datePublished: publishedAt,
    dateModified: updatedAt,
    inLanguage: locale,
    author: authors.map(({ name, role }) => ({
      '@type': 'Person' as const,
      name,
      ...(role ? { jobTitle: role } : {}),
    })),
    publisher: organization(posting.facts.company, site),
    ...(tags.length > 0 ? { keywords: tags.map(({ name }) => name).join(', ') } : {}),
    mainEntityOfPage: page,
    url: page,
  };
}

import { formatMoment } from '@gonggo/content';
import { highlight } from '@gonggo/content/highlight';
import {
  applyStateOf,
  plainSource,
  PostingBody,
  toBlogPosting,
  toJobPosting,
  type RenderContext,
} from '@gonggo/content/render';
import { ApplyLink, applyWayOf } from './apply-link.tsx';
import { Byline } from './byline.tsx';
import { Contents } from './contents.tsx';
import { Facts } from './facts.tsx';
import { JsonLd } from './json-ld.tsx';
import { Openings } from './openings.tsx';
import { Photo } from './photo.tsx';
import { ClosedStamp } from './seal.tsx';
import type { Site, View } from './view.ts';
import { wordsOf } from './words.ts';

/** A posting: title and facts first, then the letter, then what else is open. */
export function Posting({
  view,
  site,
  now,
}: {
  view: Extract<View, { kind: 'posting' }>;
  site: Site;
  now: number;
}) {
  const { posting, others } = view;
  const { title, jobTitle, summary, locale, cover, images, facts, status } = posting;
  const words = wordsOf(locale);
  const closed = status === 'closed';
  const apply = applyWayOf(posting, now);
  const context: RenderContext = {
    locale,
    images,
    siteUrl: site.url,
    form: 'page',
    highlight,
    apply: applyStateOf(posting, now),
  };
  const publisher = {
    name: site.settings?.siteName ?? facts.company,
    url: site.url,
    companyUrl: site.settings?.companyUrl ?? null,
    logo: site.logo && (plainSource(site.logo)?.url ?? null),
  };
  const picture = cover ? images[cover.imageId] : undefined;
  return (
    <>
      <article className={closed ? 'post post-closed' : 'post'}>
        <header className="post-head">
          {jobTitle && jobTitle !== title && <p className="post-job">{jobTitle}</p>}
          <h1>{title}</h1>
          {summary && <p className="post-summary">{summary}</p>}
          <Byline posting={posting} />
        </header>
        {closed && (
          <div className="post-notice" role="note">
            <p>
              {words.closedNotice(facts.closesAt && formatMoment(facts.closesAt, facts.closesAtZone, locale))}
            </p>
            {others.length > 0 && (
              <p>
                <a href="#_openings">{words.seeOpen}</a>
              </p>
            )}
          </div>
        )}
        <Facts posting={posting} apply={apply} company={publisher.name} now={now} />
        <div className="post-cover">
          <Photo image={picture} alt={cover?.alt ?? ''} sizes="(min-width: 1200px) 880px, 100vw" first />
          {closed && <ClosedStamp word={words.closed} />}
        </div>
        <Contents posting={posting} />
        <div className="post-text">
          <PostingBody posting={posting} context={context} />
          {apply?.sticky && (
            <div className="apply-bar">
              <ApplyLink way={apply} />
            </div>
          )}
        </div>
      </article>
      <Openings title={closed ? words.openInstead : words.otherPostings} postings={others} now={now} />
      <JsonLd value={toBlogPosting(posting, publisher)} />
      <JsonLd value={toJobPosting(posting, publisher)} />
    </>
  );
}

import { formatDay, type PostingDocument } from '@gonggo/content';
import { Photo } from './photo.tsx';
import { wordsOf } from './words.ts';

/** Who speaks: a face and a name, then when, and how long it takes to read. */
export function Byline({ posting }: { posting: PostingDocument }) {
  const { authors, images, publishedAt, updatedAt, locale, readingMinutes } = posting;
  const words = wordsOf(locale);
  const zone = posting.facts.closesAtZone;
  const [published, updated] = [formatDay(publishedAt, zone, locale), formatDay(updatedAt, zone, locale)];
  const changed = updated !== published;
  return (
    <div className="byline">
      {authors.map(({ name, role, avatar }) => (
        <span key={name} className="author">
          {avatar && images[avatar] ? (
            <Photo className="face" image={images[avatar]} alt="" sizes="48px" />
          ) : (
            <span className="face" aria-hidden="true">
              {[...name][0]}
            </span>
          )}
          <span>
            <strong>{name}</strong>
            {role && <small>{role}</small>}
          </span>
        </span>
      ))}
      <p className="dates">
        <time dateTime={changed ? updatedAt : publishedAt}>
          {changed ? words.updated(updated) : published}
        </time>
        <span>{words.minutes(readingMinutes)}</span>
      </p>
    </div>
  );
}

import type { PostingListItem } from '@gonggo/contract';
import { postPath } from './addresses.ts';
import { Deadline } from './deadline.tsx';
import { placeLine } from './place-line.ts';

/** Other open postings, as lines. Nothing where there are none. */
export function Openings({
  title,
  postings,
  now,
}: {
  title: string;
  postings: PostingListItem[];
  now: number;
}) {
  if (postings.length === 0) return null;
  return (
    <section className="openings" aria-labelledby="_openings">
      {/* No slug has "_": a section of that name keeps its fragment. */}
      <h2 id="_openings">{title}</h2>
      <ul>
        {postings.map((posting) => (
          <li key={posting.id}>
            <a href={postPath(posting)}>
              <strong>{posting.title}</strong>
              <small>{placeLine(posting)}</small>
            </a>
            <Deadline posting={posting} now={now} />
          </li>
        ))}
      </ul>
    </section>
  );
}

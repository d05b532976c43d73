import type { PostingListItem } from '@gonggo/contract';
import { postPath } from './addresses.ts';
import { Deadline } from './deadline.tsx';
import { Photo } from './photo.tsx';
import { placeLine } from './place-line.ts';

/** An open posting on the home page. The whole card leads to it; its title is the link. */
export function Card({ posting, now, large }: { posting: PostingListItem; now: number; large: boolean }) {
  const { title, summary, cover, images, authors } = posting;
  const [author] = authors;
  const picture = cover ? images[cover.imageId] : undefined;
  return (
    <li className={large ? 'card card-large' : 'card'}>
      <div className="card-words">
        <p className="card-place">{placeLine(posting)}</p>
        <h3>
          <a href={postPath(posting)}>{title}</a>
        </h3>
        {summary && <p className="card-summary">{summary}</p>}
        <p className="card-foot">
          <Deadline posting={posting} now={now} />
          {author && (
            <span className="card-author">
              {author.name}
              {author.role && ` · ${author.role}`}
            </span>
          )}
        </p>
      </div>
      <Photo
        className="card-cover"
        image={picture}
        alt=""
        sizes={large ? '(min-width: 760px) 620px, 100vw' : '(min-width: 760px) 300px, 100vw'}
        first={large}
      />
    </li>
  );
}

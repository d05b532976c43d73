import { daysLeft, formatDay, formatMoment } from '@gonggo/content';
import type { PostingListItem } from '@gonggo/contract';
import { wordsOf } from './words.ts';

/** Days until the closing are counted out loud from here on. */
const soon = 7;

/** `D-12`, `오늘 마감`, or until when; a closed one says since when. */
export function Deadline({
  posting,
  now,
}: {
  posting: Pick<PostingListItem, 'facts' | 'locale' | 'status'>;
  now: number;
}) {
  const { facts, locale, status } = posting;
  const words = wordsOf(locale);
  const { closesAt, closesAtZone: zone } = facts;
  if (!closesAt)
    return <span className="deadline">{status === 'closed' ? words.closed : words.untilFilled}</span>;
  const days = daysLeft(closesAt, zone, now);
  const said = status === 'closed' ? words.closedOn(formatDay(closesAt, zone, locale)) : words.daysLeft(days);
  return (
    <time
      className={status === 'open' && days <= soon ? 'deadline soon' : 'deadline'}
      dateTime={closesAt}
      title={formatMoment(closesAt, zone, locale)}
    >
      {said}
    </time>
  );
}

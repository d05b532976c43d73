import { daysLeft, formatDay, formatMoment } from '@gonggo/content';
import type { PostingListItem } from '@gonggo/contract';
import { wordsOf } from './words.ts';

/** From here on it is near; further off than `countable` a date says more than a number of days. */
const soon = 7;
const countable = 99;

/** Whether the days until then are few enough to be counted. */
export const countsDays = (closesAt: string, zone: string, now: number) =>
  daysLeft(closesAt, zone, now) <= countable;

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
  const day = formatDay(closesAt, zone, locale);
  const left = countsDays(closesAt, zone, now) ? words.daysLeft(days) : words.until(day);
  return (
    <time
      className={status === 'open' && days <= soon ? 'deadline soon' : 'deadline'}
      dateTime={closesAt}
      title={formatMoment(closesAt, zone, locale)}
    >
      {status === 'closed' ? words.closedOn(day) : left}
    </time>
  );
}

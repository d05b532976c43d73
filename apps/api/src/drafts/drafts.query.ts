import { locales, type Locale } from '@gonggo/content';
import { Flag, Line, OneOf, Whole } from '@gonggo/content/schema';
import { draftStates, type DraftState } from '@gonggo/contract';
import { Transform } from 'class-transformer';

const asNumber = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
);
const asFlag = Transform(({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value,
);

export class DraftsQuery {
  @OneOf(draftStates, 'Only drafts in this state', { optional: true }) state?: DraftState;
  @OneOf(locales, 'Only drafts in this language', { optional: true }) locale?: Locale;
  @asFlag @Flag('Only those one created or is named in', { optional: true }) mine?: boolean;
  @asNumber @Whole(1, 100, 'Drafts per page; 20 when left out', { optional: true }) limit?: number;
  @Line(500, '`page.nextCursor` of the page before', { optional: true }) cursor?: string;
}

import { Line, Whole } from '@gonggo/content/schema';
import { Transform } from 'class-transformer';

const asNumber = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
);

export class ImagesQuery {
  @asNumber @Whole(1, 100, 'Images per page; 40 when left out', { optional: true }) limit?: number;
  @Line(500, '`page.nextCursor` of the page before', { optional: true }) cursor?: string;
}

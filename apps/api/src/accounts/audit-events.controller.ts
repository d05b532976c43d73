import { Id, Line, Moment, Whole } from '@gonggo/content/schema';
import { auditActions, type AuditEvent, AuditEventList } from '@gonggo/contract';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { DataSource } from 'typeorm';
import { Queried } from '../platform/http/access.ts';
import { readCursor, writeCursor } from '../platform/http/cursor.ts';
import { type Actor, By } from '../auth/actor.ts';
import { may } from '../auth/may.ts';

const asNumber = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
);

class AuditQuery {
  @Id('Only what this account or API key did', { optional: true }) actorId?: string;
  @Id('Only what was done to this account, posting, …', { optional: true }) subjectId?: string;
  @Line(80, 'Only this action, or with a dot at its end all that begin so: `session.`', { optional: true })
  action?: string;
  @Moment('Not before', { optional: true }) since?: string;
  @Moment('Before', { optional: true }) until?: string;
  @asNumber @Whole(1, 100, 'Events per page; 50 when left out', { optional: true }) limit?: number;
  @Line(500, '`page.nextCursor` of the page before', { optional: true }) cursor?: string;
}

interface Row extends Omit<AuditEvent, 'at'> {
  at: Date;
  atText: string;
}

/** Newest first, a page at a time by keyset. */
const eventsSql = `
SELECT id, at, at::text AS "atText", actor_id AS "actorId", actor_name AS "actorName", action,
       subject_kind AS "subjectKind", subject_id AS "subjectId", detail, CASE subject_kind
         WHEN 'account' THEN (SELECT email FROM account WHERE id = subject_id)
         WHEN 'api-key' THEN (SELECT name FROM api_key WHERE id = subject_id)
         WHEN 'posting' THEN (SELECT title FROM posting WHERE id = subject_id)
         WHEN 'image' THEN (SELECT name FROM image WHERE id = subject_id)
         WHEN 'term' THEN (SELECT name_ko FROM term WHERE id = subject_id) END AS "subjectName"
  FROM audit_event
 WHERE ($1::uuid IS NULL OR actor_id = $1) AND ($2::uuid IS NULL OR subject_id = $2)
   AND ($3::text[] IS NULL OR action = ANY($3))
   AND ($4::timestamptz IS NULL OR at >= $4) AND ($5::timestamptz IS NULL OR at < $5)
   AND ($6::timestamptz IS NULL OR (at, id) < ($6, $7::uuid))
 ORDER BY at DESC, id DESC
 LIMIT $8`;

@ApiTags('Operations')
@Controller('audit-events')
export class AuditEventsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @Queried()
  @ApiOperation({ summary: 'Who did what, and who was refused: for owners' })
  @ApiOkResponse({ type: AuditEventList })
  async list(@By() actor: Actor, @Query() query: AuditQuery): Promise<AuditEventList> {
    may(actor, 'accounts');
    const { actorId, subjectId, action, since, until, limit = 50 } = query;
    const after = query.cursor === undefined ? null : readCursor(query.cursor);
    const actions =
      action &&
      auditActions.filter((one) => (action.endsWith('.') ? one.startsWith(action) : one === action));
    const filter = [actorId, subjectId, actions, since, until].map((value) => value ?? null);
    const rows = await this.dataSource.query<Row[]>(eventsSql, [
      ...filter,
      after?.at ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      data: shown.map(({ atText: _text, at, ...row }) => ({ ...row, at: at.toISOString() })),
      page: { nextCursor: last ? writeCursor({ at: last.atText, id: last.id }) : null },
    };
  }
}

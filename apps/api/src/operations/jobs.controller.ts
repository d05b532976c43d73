import { JobInfo, JobList } from '@gonggo/contract';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { type Actor, By } from '../auth/actor.ts';
import { may } from '../auth/may.ts';

interface Row extends Omit<JobInfo, 'runAt' | 'createdAt' | 'doneAt'> {
  runAt: Date;
  createdAt: Date;
  doneAt: Date | null;
}

/** Failed first, then what runs and waits, then what is done, newest first. */
const jobsByInterest = `
SELECT * FROM (
  SELECT id, kind, attempts, max_attempts AS "maxAttempts", last_error AS "lastError",
         run_at AS "runAt", created_at AS "createdAt", done_at AS "doneAt",
         CASE WHEN done_at IS NOT NULL THEN 'done'
              WHEN locked_until >= clock_timestamp() THEN 'running'
              WHEN attempts >= max_attempts THEN 'failed'
              ELSE 'waiting' END AS state
    FROM job) AS known
 ORDER BY array_position(ARRAY['failed', 'running', 'waiting', 'done'], state),
          CASE WHEN state = 'done' THEN NULL ELSE "runAt" END, "doneAt" DESC, id
 LIMIT 200`;

@ApiTags('Operations')
@Controller('jobs')
export class JobsController {
  constructor(private readonly dataSource: DataSource) {}

  @Get()
  @ApiOperation({ summary: 'Work apart from requests: what is due when, and what failed why' })
  @ApiOkResponse({ type: JobList })
  async list(@By() actor: Actor): Promise<JobList> {
    may(actor, 'accounts');
    const rows: Row[] = await this.dataSource.query(jobsByInterest);
    return {
      data: rows.map(({ runAt, createdAt, doneAt, ...row }) => ({
        ...row,
        runAt: runAt.toISOString(),
        createdAt: createdAt.toISOString(),
        doneAt: doneAt?.toISOString() ?? null,
      })),
    };
  }
}

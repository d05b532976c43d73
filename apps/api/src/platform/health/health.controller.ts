import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Public, Uncounted } from '../http/access.ts';
import { Stopping } from '../http/stopping.ts';
import { overloaded } from '../problem/problem.ts';
import { Probe } from './probe.ts';

export class Health {
  @ApiProperty({ enum: ['ok'] }) status!: 'ok';
}

/** Live is not ready: a process whose database is away must not be restarted for it. */
@ApiTags('Operations')
@Controller('api')
export class HealthController {
  constructor(
    private readonly probe: Probe,
    private readonly stopping: Stopping,
  ) {}

  @Public()
  @Uncounted()
  @Get('healthz')
  @ApiOperation({ summary: 'The process answers' })
  @ApiOkResponse({ type: Health })
  alive(): Health {
    return { status: 'ok' };
  }

  @Public()
  @Uncounted()
  @Get('readyz')
  @ApiOperation({ summary: 'It can serve: the database answers, and it is not stopping' })
  @ApiOkResponse({ type: Health })
  ready(): Health {
    if (this.stopping.begun) throw overloaded('This instance is stopping. Ask another one.', 1);
    if (!this.probe.ready) throw overloaded('The database is out of reach.', 2);
    return { status: 'ok' };
  }
}

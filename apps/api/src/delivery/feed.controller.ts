import { locales } from '@gonggo/content';
import { ChangeList, Facets } from '@gonggo/contract';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, Queried, Uncounted } from '../platform/http/access.ts';
import { ChangeStream } from './change-stream.ts';
import { PublicReplies } from './public-replies.ts';

const since = ApiQuery({
  name: 'since',
  required: false,
  description: 'The `cursor` of the answer before; left out = from the beginning',
  schema: { type: 'string', pattern: '^\\d{1,16}$' },
});

@ApiTags('Public')
@Controller()
export class FeedController {
  constructor(
    private readonly replies: PublicReplies,
    private readonly stream: ChangeStream,
  ) {}

  @Get('facets')
  @Public()
  @Queried()
  @ApiOperation({ summary: 'Which filters have how many open postings' })
  @ApiQuery({ name: 'locale', required: false, schema: { type: 'string', enum: [...locales] } })
  @ApiOkResponse({ type: Facets })
  facets(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.replies.respond(request, reply);
  }

  @Get('changes')
  @Public()
  @Queried()
  @ApiOperation({
    summary: 'What happened, oldest first',
    description:
      'Replaying it rebuilds the list: fetch what was published, updated or reopened, drop what was withdrawn.',
  })
  @since
  @ApiQuery({
    name: 'limit',
    required: false,
    description: 'Lines at most; 1000 when left out',
    schema: { type: 'integer', minimum: 1, maximum: 1000 },
  })
  @ApiOkResponse({ type: ChangeList })
  changes(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.replies.respond(request, reply);
  }

  @Get('changes/stream')
  @Public()
  @Queried()
  @Uncounted()
  @ApiOperation({
    summary: 'The same as it happens, as server-sent events',
    description:
      'Each line is an event `change` whose id is its `seq`; an event `refresh` says that bytes changed though nothing happened to a posting. Both name a `revision`, which grows with every change of what the public sees: what you read before it is out of date. A comment every 15 s shows that the line stands.',
  })
  @since
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Sent by browsers when they reconnect; wins over `since`',
  })
  @ApiOkResponse({ content: { 'text/event-stream': { schema: { type: 'string' } } } })
  listen(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.stream.open(request, reply);
  }
}

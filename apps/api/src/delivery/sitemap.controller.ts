import { SitemapPart } from '@gonggo/contract';
import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, Queried } from '../platform/http/access.ts';
import { PublicReplies } from './public-replies.ts';

@ApiTags('Public')
@Controller('sitemap')
export class SitemapController {
  constructor(private readonly replies: PublicReplies) {}

  @Get()
  @Public()
  @Queried()
  @ApiOperation({
    summary: 'All live postings, in parts that a change elsewhere leaves alone',
    description:
      'Without `part`: every posting while they are few; of many, only the names of the parts. A part holds the postings whose ids begin with its name.',
  })
  @ApiQuery({
    name: 'part',
    required: false,
    description: 'One of `parts`',
    schema: { type: 'string', pattern: '^[0-9a-f]{1,3}$' },
  })
  @ApiOkResponse({ type: SitemapPart })
  read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.replies.respond(request, reply);
  }
}

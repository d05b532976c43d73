import { PublishedState, Readiness, Reopen } from '@gonggo/contract';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, By, Needs } from '../auth/actor.ts';
import { IdParam } from '../platform/http/id.ts';
import { IfMatchIfAny } from '../platform/http/if-match.ts';
import { sitesInformed } from '../platform/invalidation/sites-informed.ts';
import { PublishingService } from './publishing.service.ts';

const Seen = () =>
  IfMatchIfAny(
    'The `edits` of the draft that was looked at, for example "7": 412 when somebody saved since. Left out = the draft as it is.',
  );

@ApiTags('Publishing')
@Controller('drafts/:id')
export class PublishingController {
  constructor(private readonly publishing: PublishingService) {}

  @Get('readiness')
  @Needs('drafts:read')
  @ApiOperation({ summary: 'What is missing before publishing' })
  @ApiOkResponse({ type: Readiness })
  readiness(@By() actor: Actor, @IdParam() id: string): Promise<Readiness> {
    return this.publishing.readiness(actor, id);
  }

  @Post('publish')
  @Needs('postings:publish')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Put the draft before the public',
    description:
      '409 `not-ready` names what is missing. Where nothing differs from what is live, the answer is that state: no new version, no line in the change feed.',
  })
  @ApiOkResponse({ type: PublishedState, headers: sitesInformed })
  publish(@By() actor: Actor, @IdParam() id: string, @Seen() edits: number | null): Promise<PublishedState> {
    return this.publishing.publish(actor, id, edits);
  }

  @Post('withdraw')
  @Needs('postings:publish')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Take it away from the public',
    description: 'Its address answers 410 from now on.',
  })
  @ApiOkResponse({ type: PublishedState, headers: sitesInformed })
  withdraw(@By() actor: Actor, @IdParam() id: string, @Seen() edits: number | null): Promise<PublishedState> {
    return this.publishing.withdraw(actor, id, edits);
  }

  @Post('close')
  @Needs('postings:publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close it now, before its time' })
  @ApiOkResponse({ type: PublishedState, headers: sitesInformed })
  close(@By() actor: Actor, @IdParam() id: string, @Seen() edits: number | null): Promise<PublishedState> {
    return this.publishing.close(actor, id, edits);
  }

  @Post('reopen')
  @Needs('postings:publish')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Open a closed posting again',
    description: 'Publishes what is live once more, with a new closing. Unpublished edits stay unpublished.',
  })
  @ApiOkResponse({ type: PublishedState, headers: sitesInformed })
  reopen(
    @By() actor: Actor,
    @IdParam() id: string,
    @Seen() edits: number | null,
    @Body() wanted: Reopen,
  ): Promise<PublishedState> {
    return this.publishing.reopen(actor, id, wanted, edits);
  }
}

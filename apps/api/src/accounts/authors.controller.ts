import { PossibleAuthorList } from '@gonggo/contract';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, By, Needs } from '../auth/actor.ts';
import { AuthorsService } from './authors.service.ts';

@ApiTags('Drafts')
@Controller('authors')
export class AuthorsController {
  constructor(private readonly authors: AuthorsService) {}

  @Get()
  @Needs('drafts:read')
  @ApiOperation({
    summary: 'Whom a posting may name as its authors',
    description: 'Everybody whose account is not locked, with what readers would see of them.',
  })
  @ApiOkResponse({ type: PossibleAuthorList })
  list(@By() actor: Actor): Promise<PossibleAuthorList> {
    return this.authors.list(actor);
  }
}

import { employmentTypes, levels, locales, remoteKinds } from '@gonggo/content';
import {
  PostingList,
  ProblemBody,
  PublishedPosting,
  PublishedSection,
  RelatedPostings,
} from '@gonggo/contract';
import { Controller, Get, Req, Res } from '@nestjs/common';
import {
  ApiGoneResponse,
  ApiMovedPermanentlyResponse,
  ApiNotAcceptableResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, Queried } from '../platform/http/access.ts';
import { forms } from './forms.ts';
import { PublicReplies } from './public-replies.ts';
import { sorts } from './sorts.ts';
import { includes, statuses } from './target.ts';

const optional = (name: string, description: string, schema: object = { type: 'string' }) =>
  ApiQuery({ name, required: false, description, schema });
const anyOf = (name: string, description: string, values?: readonly string[]) =>
  ApiQuery({
    name,
    required: false,
    description: `${description}. Several with commas between: any of them.`,
    explode: false,
    schema: { type: 'array', items: { type: 'string', ...(values ? { enum: [...values] } : {}) } },
  });
const locale = optional('locale', 'Language; ko when left out', { type: 'string', enum: [...locales] });
const slug = ApiParam({ name: 'slug', description: 'As in `slug`; a former or romanised one answers 301' });
const problem = { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemBody) } } };
const gone = ApiGoneResponse({
  description: 'It was published once: `tombstone` says what',
  content: problem,
});
const moved = ApiMovedPermanentlyResponse({ description: 'It has another slug now' });

/**
 * What the world reads. The parameters are read by `readTarget`, for these routes and for the way round Fastify alike;
 * what stands here is their documentation.
 */
@ApiTags('Public')
@Controller('postings')
export class PostingsController {
  constructor(private readonly replies: PublicReplies) {}

  @Get()
  @Public()
  @Queried()
  @ApiOperation({
    summary: 'Live postings',
    description: 'Answers with an ETag: ask again with If-None-Match.',
  })
  @optional('status', 'open when left out', { type: 'string', enum: [...statuses] })
  @anyOf('team', 'Team slugs')
  @anyOf('jobFamily', 'Job family slugs')
  @anyOf('employmentType', 'Types of employment', employmentTypes)
  @anyOf('level', 'Levels', levels)
  @anyOf('location', 'Localities')
  @anyOf('remote', 'How much of it is remote', remoteKinds)
  @anyOf('tag', 'Tag slugs')
  @anyOf('locale', 'Languages', locales)
  @optional('sort', '-publishedAt when left out', { type: 'string', enum: [...sorts] })
  @optional('limit', '20 when left out', { type: 'integer', minimum: 1, maximum: 100 })
  @optional('cursor', '`page.nextCursor` of the page before', { type: 'string', maxLength: 1000 })
  @anyOf('include', 'What items carry beside', includes)
  @ApiOkResponse({ type: PostingList })
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.replies.respond(request, reply);
  }

  @Get(':slug')
  @Public()
  @Queried()
  @ApiOperation({ summary: 'One posting', description: 'Its form is named by `format` or by Accept.' })
  @slug
  @locale
  @optional('format', 'json when neither this nor Accept says', { type: 'string', enum: [...forms] })
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(PublishedPosting) } },
      'text/html': { schema: { type: 'string' } },
      'text/markdown': { schema: { type: 'string' } },
      'text/plain': { schema: { type: 'string' } },
    },
  })
  @moved
  @gone
  @ApiNotAcceptableResponse({ description: 'Accept names none of its forms', content: problem })
  get(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.replies.respond(request, reply);
  }

  @Get(':slug/jsonld')
  @Public()
  @Queried()
  @ApiOperation({ summary: 'Its JSON-LD: BlogPosting, and JobPosting while it is open' })
  @slug
  @locale
  @ApiOkResponse({
    content: { 'application/ld+json': { schema: { type: 'object', additionalProperties: true } } },
  })
  @moved
  @gone
  jsonld(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.replies.respond(request, reply);
  }

  @Get(':slug/related')
  @Public()
  @Queried()
  @ApiOperation({
    summary: 'What else is open: of its team first, then of its job family',
    description: 'Four at most, newest first among equals.',
  })
  @slug
  @locale
  @ApiOkResponse({ type: RelatedPostings })
  @moved
  @gone
  related(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.replies.respond(request, reply);
  }

  @Get(':slug/sections/:sectionId')
  @Public()
  @Queried()
  @ApiOperation({ summary: 'One of its sections' })
  @slug
  @ApiParam({ name: 'sectionId', schema: { type: 'string', format: 'uuid' } })
  @locale
  @ApiOkResponse({ type: PublishedSection })
  @moved
  @gone
  section(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.replies.respond(request, reply);
  }
}

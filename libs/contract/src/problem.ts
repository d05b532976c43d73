import { ApiProperty } from '@nestjs/swagger';
import { Tombstone } from './postings.ts';

/** Every `code` a problem can carry. Consumers branch on these; adding one is a change of the contract. */
export const problemCodes = [
  'bad-request', // malformed JSON, unknown key, wrong type; `errors` says where
  'invalid-document', // rich text or section content that our schema refuses; `errors` says where
  'unauthenticated',
  'wrong-credentials',
  'code-required', // the account has TOTP on and no code was sent
  'confirmation-required', // signed in too long ago for this: confirm the session, then send it again
  'forbidden',
  'wrong-origin', // 403: a write from another address than the site's; `siteUrl` says where to open it
  'not-found',
  'method-not-allowed',
  'not-acceptable',
  'conflict', // the state forbids it; `detail` says what to do
  'in-use', // an image that postings use can't be deleted
  'slug-taken',
  'gone',
  'stale-revision', // 412, with `current`
  'too-large',
  'unsupported-media-type',
  'idempotency-mismatch', // 422: same key, other body
  'not-ready', // publishing refused; `errors` names what is missing
  'revision-required', // 428
  'too-many-requests',
  'internal',
  'overloaded',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** One wrong spot in a request. */
export class ProblemSpot {
  @ApiProperty({ description: 'RFC 6901 pointer into the body, or the name of a query key or header.' })
  pointer!: string;

  @ApiProperty({ description: 'What is wrong there and what to do.' })
  message!: string;
}

/** RFC 9457: how every error leaves. */
export class ProblemBody {
  @ApiProperty({ description: 'Address of the description of `code`.' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: 'integer' })
  status!: number;

  @ApiProperty({ enum: [...problemCodes] })
  code!: ProblemCode;

  @ApiProperty({ description: 'What happened and what to do about it.' })
  detail!: string;

  @ApiProperty({ description: 'The same id as in X-Request-Id.' })
  requestId!: string;

  @ApiProperty({ type: [ProblemSpot], required: false })
  errors?: ProblemSpot[];

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    selfRequired: false,
    description: 'With `stale-revision`: the stored copy.',
  })
  current?: object;

  @ApiProperty({ type: () => Tombstone, required: false, description: 'With `gone`: what was there.' })
  tombstone?: Tombstone;

  @ApiProperty({ required: false, description: 'With `wrong-origin`: the address to open the site at.' })
  siteUrl?: string;
}

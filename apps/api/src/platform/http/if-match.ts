import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { badRequest, Problem } from '../problem/problem.ts';

const fromHeader = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  revisionFrom(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The revision a change starts from. Missing → 428; `*`, weak tags and lists → 400: they would name no one revision. */
export const IfMatch =
  (description = 'The ETag of the resource as last read, for example "7".'): ParameterDecorator =>
  (target, name, index) => {
    fromHeader()(target, name, index);
    describe(target, name, description, true);
  };

const fromHeaderIfAny = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  return header === undefined ? null : revisionIn(header);
});

/** The same where a caller may leave it out: null = whatever is there now. What is sent must be right all the same. */
export const IfMatchIfAny =
  (description: string): ParameterDecorator =>
  (target, name, index) => {
    fromHeaderIfAny()(target, name, index);
    describe(target, name, description, false);
  };

function describe(
  target: object,
  name: string | symbol | undefined,
  description: string,
  required: boolean,
): void {
  const descriptor = name === undefined ? undefined : Object.getOwnPropertyDescriptor(target, name);
  if (name === undefined || !descriptor) return;
  const schema = { type: 'string', pattern: '^"\\d+"$' };
  ApiHeader({ name: 'If-Match', description, required, schema })(target, name, descriptor);
}

export function revisionFrom(header: string | undefined): number {
  if (header === undefined || header.trim() === '') {
    throw new Problem(
      428,
      'revision-required',
      'Name the revision you start from: If-Match: "7" (its ETag).',
    );
  }
  return revisionIn(header);
}

function revisionIn(header: string): number {
  const revision = Number(/^\s*"([1-9]\d{0,9})"\s*$/.exec(header)?.[1] ?? NaN);
  if (!(revision <= 2_147_483_647)) {
    throw badRequest('If-Match must be one strong ETag such as "7".', [
      { pointer: 'If-Match', message: 'One revision in double quotes; no *, no W/, no list.' },
    ]);
  }
  return revision;
}

/** A revision as its ETag. */
export const etagOf = (revision: number): string => `"${revision}"`;

import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { ProblemSpot } from '@gonggo/contract';
import { badRequest } from '../problem/problem.ts';

/** Checks bodies and queries against their classes: unknown keys are errors, nothing is converted on the quiet. */
export const bodyPipe = () =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => {
      const spots = errors.flatMap((error) => spotsOf(error, ''));
      return badRequest('Some of what was sent is not what this operation takes: see `errors`.', spots);
    },
  });

function spotsOf(error: ValidationError, parent: string): ProblemSpot[] {
  const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.values(error.constraints ?? {}).map((message) => ({ pointer, message }));
  return [...own, ...(error.children ?? []).flatMap((child) => spotsOf(child, pointer))];
}

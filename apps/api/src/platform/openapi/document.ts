import { contentModels } from '@gonggo/content/schema';
import { ProblemBody } from '@gonggo/contract';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { completeOperations } from './operations.ts';

const description = `Postings that engineers write, for every program that wants them.

Reading needs no credentials. Writing takes a session (the admin) or an API key as \`Authorization: Bearer gg_…\`.
Errors are \`application/problem+json\`; their \`code\` is from a closed list. Changes name the revision they start from
in \`If-Match\`; a POST with an \`Idempotency-Key\` can be sent again without making a second thing.`;

const frame = new DocumentBuilder()
  .setTitle('Gonggo')
  .setDescription(description)
  .setVersion('1')
  .setLicense('MIT', 'https://opensource.org/license/mit')
  .setOpenAPIVersion('3.1.0')
  .addServer('/')
  .addCookieAuth(
    'gonggo',
    {
      type: 'apiKey',
      in: 'cookie',
      description:
        'Set by signing in. Its name goes on with the installation and the port of SITE_URL: gonggo-<installation>-<port>, on https __Host-gonggo-….',
    },
    'session',
  )
  .addBearerAuth({ type: 'http', description: 'An API key: gg_…' }, 'apiKey')
  .build();

/** The API as OpenAPI 3.1, from the controllers and the classes of the contract. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, frame, {
    extraModels: [ProblemBody, ...contentModels],
    operationIdFactory: operationId,
  });
  completeOperations(document);
  return document;
}

/** `DraftsController.addSection` → `draftsAddSection`. */
function operationId(controller: string, method: string): string {
  const subject = controller.replace(/Controller$/, '');
  return (
    subject.charAt(0).toLowerCase() + subject.slice(1) + method.charAt(0).toUpperCase() + method.slice(1)
  );
}

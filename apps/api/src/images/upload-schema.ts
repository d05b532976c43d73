import { licences } from '@gonggo/content';

/** The form of an upload, for OpenAPI. */
export const uploadSchema = {
  type: 'object',
  required: ['file'],
  properties: {
    file: {
      type: 'string',
      contentMediaType: 'application/octet-stream',
      description: 'The image',
    },
    alt: { type: 'string', maxLength: 300, description: 'Usual alternative text' },
    credit: { type: 'string', maxLength: 120, description: 'Usual credit' },
    creditUrl: { type: 'string', maxLength: 2000, description: 'Usual credit address, http or https' },
    licence: { type: 'string', enum: [...licences], description: 'Terms of use; unknown when left out' },
  },
};

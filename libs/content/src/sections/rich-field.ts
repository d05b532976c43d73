import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';

const key = Symbol('rich text fields');

/** A node of rich text, as OpenAPI tells it. What may stand where is checked by the ProseMirror schema. */
export class RichTextNode {
  @ApiProperty({ description: 'Kind of node', example: 'paragraph' }) type!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    selfRequired: false,
    description: 'Its attributes',
  })
  attrs?: Record<string, unknown>;
  @ApiProperty({ type: () => RichTextNode, isArray: true, required: false, description: 'What it holds' })
  content?: RichTextNode[];
  @ApiProperty({
    type: 'array',
    required: false,
    description: 'Emphasis, links …',
    items: {
      type: 'object',
      required: ['type'],
      properties: { type: { type: 'string' }, attrs: { type: 'object', additionalProperties: true } },
    },
  })
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  @ApiProperty({ required: false, description: 'The words of a text node' }) text?: string;
}

/** Rich text: a versioned ProseMirror document. */
export class RichTextDocument {
  @ApiProperty({ enum: [1], description: 'Version of the shape' }) version!: 1;
  @ApiProperty({ type: () => RichTextNode, description: 'The document node' }) doc!: RichTextNode;
}

/** Rich text. `parseSectionContent` hands it to the rich-text parser and keeps what that gives back. */
export const Rich = (description: string, options: { nullable?: boolean } = {}): PropertyDecorator => {
  const { nullable = false } = options;
  const mark: PropertyDecorator = (target, property) => {
    const fields = (Reflect.getOwnMetadata(key, target) as string[] | undefined) ?? [];
    Reflect.defineMetadata(key, [...fields, String(property)], target);
  };
  return applyDecorators(
    mark,
    ApiProperty({ type: () => RichTextDocument, description, ...(nullable ? { nullable: true } : {}) }),
    ValidateIf((_: object, value: unknown) => !(nullable && value === null)),
    ValidateBy({
      name: 'isRichText',
      validator: {
        validate: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
        defaultMessage: () => '$property must be rich text: { "version": 1, "doc": … }',
      },
    }),
  );
};

/** Names of the rich text fields of an object of one of our classes. */
export const richFieldsOf = (instance: object): string[] =>
  (Reflect.getMetadata(key, instance) as string[] | undefined) ?? [];

import 'reflect-metadata';
import { applyDecorators, type Type as ClassType } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { cleanLine, cleanLines, codePointName } from './clean.ts';
import { notInLines, notInOneLine } from './control-codes.ts';
import { isMoment, isWebAddress } from './values.ts';

/**
 * One decorator per field: what it may hold (class-validator), how it reads in OpenAPI, and that every
 * string is clean and NFC. A field is required and not null unless its options say otherwise.
 */
export interface FieldOptions {
  /** The key may be missing (in a change: "leave as it is"). */
  optional?: boolean;
  /** `null` is a value of its own: "empty this". */
  nullable?: boolean;
  example?: unknown;
}

/** Every string is stored in its clean form. */
const cleaned = (clean: (text: string) => string) =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? clean(value) : value));
const nfc = cleaned((text) => text.normalize('NFC'));

/** Refuses what `never` finds, by its name: a person has to find it. */
const Holds = (what: string, never: RegExp) =>
  ValidateBy({
    name: 'matches',
    validator: {
      validate: (value) => typeof value === 'string' && !never.test(value),
      defaultMessage: (at) => {
        const found = typeof at?.value === 'string' ? never.exec(at.value)?.[0] : undefined;
        return `$property must be ${what}${found === undefined ? '' : `: remove ${codePointName(found)}`}`;
      },
    },
  });

function field(
  description: string,
  options: FieldOptions,
  api: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
) {
  const { optional = false, nullable = false, example } = options;
  return applyDecorators(
    ApiProperty({
      ...api,
      description,
      required: !optional,
      ...(nullable ? { nullable: true } : {}),
      ...(example === undefined ? {} : { example }),
    } as ApiPropertyOptions),
    ValidateIf(
      (_: object, value: unknown) => !((optional && value === undefined) || (nullable && value === null)),
    ),
    ...checks,
  );
}

/** One line of text: at most `max` UTF-16 units, no line break. `min: 1` makes an empty one an error. */
export const Line = (max: number, description: string, options: FieldOptions & { min?: number } = {}) =>
  field(
    description,
    options,
    { type: String, maxLength: max, ...(options.min ? { minLength: options.min } : {}) },
    cleaned(cleanLine),
    Holds('one line of text', notInOneLine),
    MinLength(options.min ?? 0),
    MaxLength(max),
  );

/** Text that may hold line breaks and tabs: at most `max` UTF-16 units. */
export const Prose = (max: number, description: string, options: FieldOptions & { min?: number } = {}) =>
  field(
    description,
    options,
    { type: String, maxLength: max },
    cleaned(cleanLines),
    Holds('text', notInLines),
    MinLength(options.min ?? 0),
    MaxLength(max),
  );

/** A UUID. */
export const Id = (description: string, options: FieldOptions = {}) =>
  field(description, options, { type: String, format: 'uuid' }, IsUUID());

/** A list of UUIDs without repetition. */
export const Ids = (max: number, description: string, options: FieldOptions = {}) =>
  field(
    description,
    options,
    { type: String, format: 'uuid', isArray: true, maxItems: max },
    IsArray(),
    ArrayMaxSize(max),
    IsUUID(undefined, { each: true }),
  );

/** A list of one-line strings. */
export const Lines = (maxItems: number, max: number, description: string, options: FieldOptions = {}) =>
  field(
    description,
    options,
    {
      type: String,
      isArray: true,
      maxItems,
      items: { type: 'string', maxLength: max },
    } as ApiPropertyOptions,
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((one: unknown) => (typeof one === 'string' ? cleanLine(one) : one))
        : value,
    ),
    IsArray(),
    ArrayMaxSize(maxItems),
    Matches(/^(?:[^\p{Cc}\u2028\u2029]|[\u0080-\u009f])*$/u, {
      each: true,
      message: `$property must hold lines of text`,
    }),
    MaxLength(max, { each: true }),
  );

/** One of a closed list of strings. */
export const OneOf = <T extends string | number>(
  values: readonly T[],
  description: string,
  options: FieldOptions = {},
) =>
  field(
    description,
    options,
    { enum: [...values], type: typeof values[0] === 'number' ? Number : String },
    IsIn([...values]),
  );

/** Any number of a closed list of strings. */
export const SomeOf = (values: readonly string[], description: string, options: FieldOptions = {}) =>
  field(
    description,
    options,
    { type: 'array', items: { type: 'string', enum: [...values] } },
    IsArray(),
    ArrayMaxSize(values.length),
    IsIn([...values], { each: true }),
  );

/** A whole number from `min` to `max`. */
export const Whole = (min: number, max: number, description: string, options: FieldOptions = {}) =>
  field(description, options, { type: 'integer', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));

/** true or false. */
export const Flag = (description: string, options: FieldOptions = {}) =>
  field(description, options, { type: Boolean }, IsBoolean());

/** A moment: RFC 3339 with a zone, for example `2026-12-31T14:59:00Z`. */
export const Moment = (description: string, options: FieldOptions = {}) =>
  field(
    description,
    options,
    { type: String, format: 'date-time' },
    ValidateBy({
      name: 'isMoment',
      validator: {
        validate: isMoment,
        defaultMessage: () => '$property must be an RFC 3339 time such as 2026-12-31T14:59:00Z',
      },
    }),
  );

/** A day: `2026-12-31`. */
export const Day = (description: string, options: FieldOptions = {}) =>
  field(
    description,
    options,
    { type: String, format: 'date' },
    ValidateBy({
      name: 'isDay',
      validator: {
        validate: (value) =>
          typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isMoment(`${value}T00:00:00Z`),
        defaultMessage: () => '$property must be a day such as 2026-12-31',
      },
    }),
  );

/** An http(s) address (or `mailto:` where `mail` is set). Empty string is allowed unless `min: 1`. */
export const WebAddress = (
  description: string,
  options: FieldOptions & { mail?: boolean; blank?: boolean } = {},
) =>
  field(
    description,
    options,
    { type: String, maxLength: 2000 },
    nfc,
    MaxLength(2000),
    ValidateBy({
      name: 'isWebAddress',
      validator: {
        validate: (value) => (options.blank && value === '') || isWebAddress(value, options.mail ?? false),
        defaultMessage: () =>
          `$property must be an absolute http or https address${options.mail ? ' or a mailto: address' : ''}`,
      },
    }),
  );

/** One object of a class of ours. (Swagger tells a class from a function that answers one by the name `type`.) */
export const One = (type: () => ClassType, description: string, options: FieldOptions = {}) =>
  field(description, options, { type: () => type() }, IsObject(), ValidateNested(), Type(type));

/** A list of objects of a class of ours, `min` to `max` of them. */
export const ListOf = (
  type: () => ClassType,
  max: number,
  description: string,
  options: FieldOptions & { min?: number } = {},
) =>
  field(
    description,
    options,
    { type: () => type(), isArray: true, maxItems: max, ...(options.min ? { minItems: options.min } : {}) },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(max),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(type),
  );

import { cleanLine, cleanWords, codePointName } from '../clean.ts';
import { notInRichText } from '../control-codes.ts';
import { isWebAddress } from '../values.ts';

/** Why a value is refused, in words that say what to do instead. */
export class Refused extends Error {}

/** One attribute of a block or mark: what it may be, how it is described, what it starts as. */
export interface Attribute<T> {
  kind: 'line' | 'emoji' | 'web' | 'link' | 'choice' | 'whole' | 'flag' | 'image' | 'code';
  /** Undefined = the attribute is required. */
  initial: T | undefined;
  /** As JSON Schema. */
  json: Record<string, unknown>;
  /** The value as it is stored (NFC, address re-serialised). Throws `Refused`. */
  read(value: unknown): T;
}

export type Attributes = Record<string, Attribute<unknown>>;
export type Values<A extends Attributes> = {
  [Name in keyof A]: A[Name] extends Attribute<infer T> ? T : never;
};

/** Text in NFC. `lines` allows line breaks (normalised to `\n`) and tabs. Throws `Refused`. */
export function readText(value: unknown, max: number, lines = false): string {
  if (typeof value !== 'string') throw new Refused('must be a string');
  const text = lines ? cleanWords(value) : cleanLine(value.replace(/\r\n?/g, '\n'));
  if (text.length > max) throw new Refused(`must be at most ${max} characters long`);
  const found = notInRichText.exec(text)?.[0];
  if (found !== undefined)
    throw new Refused(
      `must not hold control characters or halves of characters: remove ${codePointName(found)}`,
    );
  if (!lines && text.includes('\n')) throw new Refused('must be a single line: replace its line breaks');
  return text;
}

/** One line of words. */
export const line = (max: number, initial?: string): Attribute<string> => ({
  kind: 'line',
  initial,
  json: { type: 'string', maxLength: max, ...(initial === undefined ? { minLength: 1 } : {}) },
  read(value) {
    const text = readText(value, max);
    if (initial === undefined && text.trim() === '') throw new Refused('must not be empty');
    return text;
  },
});

const onlyEmoji = /^(?:\p{Emoji}|\p{Emoji_Component}){1,16}$/u;

/** An emoji, or nothing. */
export const emoji = (initial: string): Attribute<string> => ({
  kind: 'emoji',
  initial,
  json: { type: 'string', maxLength: 32 },
  read(value) {
    const text = readText(value, 32);
    if (text !== '' && !onlyEmoji.test(text)) throw new Refused('must be an emoji or an empty string');
    return text;
  },
});

/** Of the stored form, in which a Korean character takes nine. */
const longestAddress = 4000;

function readAddress(value: unknown, { mail = false, blank = false, anchor = false } = {}): string {
  const text = readText(value, longestAddress).trim();
  if (blank && text === '') return '';
  if (anchor && /^#[^\s#<>"\\^`{|}]+$/u.test(text)) return text;
  if (!isWebAddress(text, mail, longestAddress)) {
    throw new Refused(
      `must be an absolute http or https address${mail ? ' or a mailto: address' : ''}${anchor ? ' or an #anchor' : ''}`,
    );
  }
  const address = new URL(text).href;
  if (address.length > longestAddress) throw new Refused('must be a shorter address');
  // What is stored is read again at every save and in every browser, and must come out the same.
  if (!isWebAddress(address, mail, longestAddress) || new URL(address).href !== address)
    throw new Refused('must be an address that is written in one way only');
  return address;
}

const address = { type: 'string', maxLength: longestAddress };

/** An http(s) address; with `initial` it may be empty. */
export const web = (initial?: ''): Attribute<string> => ({
  kind: 'web',
  initial,
  json: { ...address, ...(initial === '' ? {} : { format: 'uri' }) },
  read: (value) => readAddress(value, { blank: initial === '' }),
});

/** Where a link or button leads: http(s), mailto or, with `anchor`, a place on the page. */
export const link = (anchor = false): Attribute<string> => ({
  kind: 'link',
  initial: undefined,
  json: address,
  read: (value) => readAddress(value, { mail: true, anchor }),
});

/** One of a closed list. */
export const choice = <T extends string | number>(options: readonly T[], initial?: T): Attribute<T> => ({
  kind: 'choice',
  initial,
  json: { type: typeof options[0] === 'number' ? 'integer' : 'string', enum: [...options] },
  read(value) {
    const found = options.find((option) => option === value);
    if (found === undefined) throw new Refused(`must be one of ${options.join(', ')}`);
    return found;
  },
});

/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number, initial?: number): Attribute<number> => ({
  kind: 'whole',
  initial,
  json: { type: 'integer', minimum: min, maximum: max },
  read(value) {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) {
      throw new Refused(`must be a whole number from ${min} to ${max}`);
    }
    return value;
  },
});

export const flag = (initial: boolean): Attribute<boolean> => ({
  kind: 'flag',
  initial,
  json: { type: 'boolean' },
  read(value) {
    if (typeof value !== 'boolean') throw new Refused('must be true or false');
    return value;
  },
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function readImageId(value: unknown): string {
  const id = typeof value === 'string' ? value.toLowerCase() : '';
  if (!uuid.test(id)) throw new Refused('must be the id of an uploaded image (a UUID)');
  return id;
}

/** The id of an image of ours; never an address. */
export const image = (): Attribute<string> => ({
  kind: 'image',
  initial: undefined,
  json: { type: 'string', format: 'uuid' },
  read: readImageId,
});

/** The same, or null. */
export const imageOrNone = (): Attribute<string | null> => ({
  kind: 'image',
  initial: null,
  json: { type: 'string', format: 'uuid', nullable: true },
  read: (value) => (value === null ? null : readImageId(value)),
});

/** A short technical name, such as a programming language or a video's id. */
export const code = (pattern: RegExp, what: string, initial?: string): Attribute<string> => ({
  kind: 'code',
  initial,
  json: { type: 'string', pattern: pattern.source },
  read(value) {
    if (typeof value !== 'string' || !pattern.test(value)) throw new Refused(`must be ${what}`);
    return value;
  },
});

/** The attributes as a ProseMirror spec that `check()` can enforce. */
export function attributeSpecs(attributes: Attributes) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [
      name,
      {
        ...(attribute.initial === undefined ? {} : { default: attribute.initial }),
        validate(value: unknown) {
          // A line stored by an earlier release may be cleaner now: it is when its section is saved next.
          if (attribute.read(value) !== value && attribute.kind !== 'line')
            throw new RangeError(`${name} is not in its stored form`);
        },
      },
    ]),
  );
}

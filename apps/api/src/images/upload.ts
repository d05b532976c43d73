import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import { notInOneLine, pilesMarks } from '@gonggo/content';
import { ChangeImage } from '@gonggo/contract';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { checkText } from '../platform/http/json-body.ts';
import { badRequest, Problem } from '../platform/problem/problem.ts';
import type { ImageType } from './image.ts';
import { sniff, sniffBytes } from './sniff.ts';
import { isFull, type Spool } from './spool.ts';

export const uploadLimit = 20 * 1024 * 1024;
/** What the form around the file may take. */
const formLimit = 64 * 1024;
const words = ['alt', 'credit', 'creditUrl', 'licence'] as const;

/** A file that has arrived, on disk, and what was said about it. */
export interface Upload {
  /** Its own folder: taken away with everything in it when the request is done. */
  folder: string;
  file: string;
  bytes: number;
  /** SHA-256, hex. */
  hash: string;
  type: ImageType;
  name: string;
  words: ChangeImage;
}

/** Receives the form, gives the upload to `work`, and leaves nothing on disk whatever happens. */
export async function withUpload<T>(
  spool: Spool,
  request: FastifyRequest,
  work: (upload: Upload) => Promise<T>,
): Promise<T> {
  try {
    const announced = Number(request.headers['content-length'] ?? uploadLimit);
    if (announced > uploadLimit + formLimit) throw tooLarge();
    return await spool.whileReceiving(announced, async (folder) => work(await receive(request, folder)));
  } finally {
    // Whoever still sends gets to the answer only when somebody takes the rest.
    request.raw.unpipe();
    request.raw.resume();
  }
}

async function receive(request: FastifyRequest, folder: string): Promise<Upload> {
  const said: Record<string, string> = {};
  let spooled: Omit<Upload, 'words'> | null = null;
  try {
    for await (const part of request.parts({
      limits: {
        files: 1,
        fields: words.length,
        parts: words.length + 1,
        fileSize: uploadLimit,
        fieldSize: 8192,
      },
    })) {
      if (part.type === 'file') spooled = await write(part, folder);
      else said[part.fieldname] = fieldValue(part, said);
    }
  } catch (error) {
    throw error instanceof Problem || isFull(error) ? error : brokenForm(error);
  }
  if (!spooled) {
    throw badRequest('The form holds no file.', [
      { pointer: '/file', message: 'Send the image as the part "file".' },
    ]);
  }
  return { ...spooled, words: await checkedWords(said) };
}

async function write(part: MultipartFile, folder: string): Promise<Omit<Upload, 'words'>> {
  if (part.fieldname !== 'file') throw unknownPart(part.fieldname);
  const file = join(folder, 'upload');
  const hash = createHash('sha256');
  let bytes = 0;
  let start = Buffer.alloc(0);
  let type: ImageType | null = null;
  await pipeline(
    part.file,
    async function* (source: Readable) {
      for await (const data of source as AsyncIterable<Buffer>) {
        bytes += data.length;
        hash.update(data);
        if (start.length < sniffBytes) {
          start = Buffer.concat([start, data.subarray(0, sniffBytes)]);
          type = sniff(start);
          if (start.length >= sniffBytes && !type) throw notAnImage();
        }
        yield data;
      }
    },
    createWriteStream(file),
  );
  if (part.file.truncated) throw tooLarge();
  if (!bytes) throw badRequest('The file is empty.', [{ pointer: '/file', message: 'It has 0 bytes.' }]);
  if (!type) throw notAnImage();
  return { folder, file, bytes, hash: hash.digest('hex'), type, name: plainName(part.filename) };
}

function fieldValue(
  part: { fieldname: string; value: unknown; valueTruncated: boolean },
  said: Record<string, string>,
): string {
  const { fieldname: name, value, valueTruncated } = part;
  if (!words.some((one) => one === name)) throw unknownPart(name);
  const wrong = (message: string) =>
    badRequest('A field of the form is wrong.', [{ pointer: `/${name}`, message }]);
  if (name in said) throw wrong('It is there twice.');
  if (typeof value !== 'string') throw wrong('It must be text.');
  if (valueTruncated) throw wrong('It is too long.');
  // What the parser of forms puts in the place of bytes that are no UTF-8.
  if (value.includes('\ufffd')) throw wrong('It is not UTF-8.');
  checkText(value, `/${name}`);
  return value;
}

/** The same rules as for a later change of these words. */
async function checkedWords(said: Record<string, string>): Promise<ChangeImage> {
  const change = plainToInstance(ChangeImage, said);
  const errors = await validate(change, {
    whitelist: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
  });
  if (!errors.length) return change;
  throw badRequest(
    'A field of the form is wrong.',
    errors.flatMap(({ property, constraints = {} }) =>
      Object.values(constraints).map((message) => ({ pointer: `/${property}`, message })),
    ),
  );
}

const longestName = 1000;

/** The last part of whatever path the browser sent, as one short line. */
function plainName(name: string | undefined): string {
  const given = (name ?? '').slice(-longestName);
  const last = (pilesMarks(given) ? '' : given.normalize('NFC')).split(/[/\\]/).pop() ?? '';
  const line = last.replace(new RegExp(notInOneLine, 'gu'), ' ').trim();
  return [...line].slice(0, 120).join('') || 'image';
}

const unknownPart = (name: string) =>
  badRequest('The form holds something that is not understood.', [
    {
      pointer: `/${name.slice(0, 60)}`,
      message: `Known parts are "file" (one file), ${words.map((one) => `"${one}"`).join(', ')}.`,
    },
  ]);

const tooLarge = () =>
  new Problem(413, 'too-large', 'An image may have 20 MB at most. Save it smaller and try again.');

const notAnImage = () =>
  new Problem(
    415,
    'unsupported-media-type',
    'Only JPEG, PNG, WebP and GIF are taken, told by their content, not their name.',
  );

/** What the parser of forms refuses. Its own words name internals; the reader needs what to do. */
function brokenForm(error: unknown): Problem {
  const code = (error as { code?: string }).code ?? '';
  if (/LIMIT/.test(code)) {
    return badRequest('The form has too many parts: one file and a few fields are taken.');
  }
  return badRequest(
    'The form is broken or was cut off. Send multipart/form-data with a boundary, to its end.',
  );
}

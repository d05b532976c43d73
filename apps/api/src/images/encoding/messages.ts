import type { ImageType } from '../image.ts';
import type { VariantFormat } from '../image-variant.ts';

/** What the API and its encoding process say to each other. Files travel by path, never through the channel. */
export interface UploadTask {
  kind: 'upload';
  /** The spooled upload. */
  file: string;
  /** What its first bytes say it is. */
  type: ImageType;
  /** Where to write; nobody else uses it. */
  folder: string;
}

export interface AvifTask {
  kind: 'avif';
  /** Our own `original`. */
  file: string;
  graphic: boolean;
  widths: number[];
  /** Whether the JPEG is missing. */
  withJpeg: boolean;
  folder: string;
}

export type EncodingTask = UploadTask | AvifTask;

export interface EncodedFile {
  /** Name inside the task's folder. */
  name: string;
  format: VariantFormat;
  width: number;
  height: number;
}

export interface EncodedUpload {
  /** Of the upload, after rotation. */
  width: number;
  height: number;
  graphic: boolean;
  thumbhash: string;
  /** `original` first, then WebP, widest first, then the JPEG. */
  files: EncodedFile[];
}

/** Why a file can't be used. `gave-up` = the process died or took too long over it; `no-room` = our disk is full. */
export type UnusableReason = 'unreadable' | 'too-many-pixels' | 'gave-up' | 'no-room';

export type EncodingReply =
  { ok: true; result: EncodedUpload | EncodedFile[] } | { ok: false; reason: UnusableReason };

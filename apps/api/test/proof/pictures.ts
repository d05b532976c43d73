import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

/** A PNG of random colours: small, whole, and like no other. */
export function pngOf(width: number, height: number, pixels?: Buffer): Buffer {
  const rows =
    pixels ??
    Buffer.concat(
      Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), randomBytes(width * 3)])),
    );
  return Buffer.concat([
    signature,
    chunk('IHDR', headerOf(width, height)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND'),
  ]);
}

/** A PNG whose header promises more pixels than anybody wants to decode, in a few bytes. */
export const pixelFlood = (width: number, height: number): Buffer => pngOf(width, height, Buffer.alloc(1024));

export const signature = Buffer.from('89504e470d0a1a0a', 'hex');

function headerOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits a channel, RGB, nothing interlaced
  return header;
}

export function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}

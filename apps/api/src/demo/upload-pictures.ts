import { createHash } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { Image } from '../images/image.ts';
import { Spool } from '../images/spool.ts';
import { UploadsService } from '../images/uploads.service.ts';
import { pictureFile, pictureWords, readPicture, type PictureName, type Pictures } from './pictures.ts';

/** Puts the pictures into the library by the way of every upload; two at a time, as the encoders take them. */
export async function uploadPictures(app: INestApplicationContext, owner: Actor): Promise<Pictures> {
  const waiting = Object.keys(pictureWords) as PictureName[];
  const ids: Partial<Pictures> = {};
  const next = async (): Promise<void> => {
    for (let name = waiting.shift(); name; name = waiting.shift()) ids[name] = await upload(app, owner, name);
  };
  await Promise.all([next(), next()]);
  return ids as Pictures;
}

async function upload(app: INestApplicationContext, owner: Actor, name: PictureName): Promise<string> {
  const uploads = app.get(UploadsService, { strict: false });
  const db = app.get(Transactions, { strict: false });
  const data = await readPicture(name);
  return app.get(Spool, { strict: false }).inFolder('demo', async (folder) => {
    const keep = await uploads.prepare(owner, {
      folder,
      file: pictureFile(name),
      bytes: data.length,
      hash: createHash('sha256').update(data).digest('hex'),
      type: 'webp',
      name: `${name}.webp`,
      words: { alt: pictureWords[name], credit: '그림 도토리', licence: 'own' },
    });
    return await db.run(async (tx) => {
      const { image, created } = await keep(tx);
      if (created) await tx.update(Image, { id: image.id }, { demo: true });
      return image.id;
    });
  });
}

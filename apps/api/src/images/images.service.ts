import type * as Wire from '@gonggo/contract';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.ts';
import { audit } from '../platform/audit/audit.ts';
import { may } from '../auth/may.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { readCursor, writeCursor } from '../platform/http/cursor.ts';
import { notFound, Problem, stale } from '../platform/problem/problem.ts';
import { presentImage, presentImages } from './image.presenter.ts';
import { usesOf } from './image-uses.ts';
import { ImageVariant } from './image-variant.ts';
import { Image } from './image.ts';
import { ImageStore } from './store/image-store.ts';

/** The library: what images there are, their words, who uses them, and taking them away. */
@Injectable()
export class ImagesService {
  constructor(
    private readonly db: Transactions,
    private readonly store: ImageStore,
  ) {}

  async library(actor: Actor, limit: number, cursor?: string): Promise<Wire.ImageList> {
    may(actor, 'read');
    const after = cursor === undefined ? null : readCursor(cursor);
    const query = this.db.manager
      .createQueryBuilder(Image, 'image')
      .addSelect('image.created_at::text', 'at')
      .orderBy('image.created_at', 'DESC')
      .addOrderBy('image.id', 'DESC')
      .limit(limit + 1);
    if (after) query.where('(image.created_at, image.id) < (:at::timestamptz, :id::uuid)', after);
    const { entities, raw } = await query.getRawAndEntities<{ at: string }>();
    const shown = entities.slice(0, limit);
    const last = shown.at(-1);
    const more = entities.length > limit && last;
    return {
      data: await presentImages(this.db.manager, shown),
      page: { nextCursor: more ? writeCursor({ at: raw[shown.length - 1]?.at ?? '', id: last.id }) : null },
    };
  }

  async get(actor: Actor, id: string): Promise<Wire.Image> {
    may(actor, 'read');
    const image = await this.db.manager.findOneBy(Image, { id });
    if (!image) throw notFound('such image');
    return presentImage(this.db.manager, image);
  }

  async uses(actor: Actor, id: string): Promise<Wire.ImageUseList> {
    may(actor, 'read');
    if (!(await this.db.manager.existsBy(Image, { id }))) throw notFound('such image');
    return { data: await usesOf(this.db.manager, id) };
  }

  /** Changes the usual words. What postings say of the image is theirs and stays; so do its public words, until it is published again. */
  change(actor: Actor, id: string, revision: number, change: Wire.ChangeImage): Promise<Wire.Image> {
    return this.db.run(async (tx) => {
      const image = await lockImage(tx, id);
      may(actor, 'edit', ownershipOf(image));
      if (image.revision !== revision) throw stale(await presentImage(tx, image));
      const { alt = image.alt, credit = image.credit, licence = image.licence } = change;
      const { creditUrl = image.creditUrl } = change;
      const changed = { alt, credit, creditUrl, licence, revision: revision + 1 };
      await tx.update(Image, { id, revision }, changed);
      return presentImage(tx, Object.assign(image, changed));
    });
  }

  /** Refused while anything uses it, old publications included: what was once shown can be shown again. */
  remove(actor: Actor, id: string, revision: number): Promise<void> {
    return this.db.run(async (tx) => {
      const image = await lockImage(tx, id);
      may(actor, 'delete', ownershipOf(image));
      if (image.revision !== revision) throw stale(await presentImage(tx, image));
      const uses = await usesOf(tx, id, 4);
      if (uses.length) throw inUse(uses);
      await this.removeUnused(tx, id);
      await audit(tx, actor, 'image.deleted', { kind: 'image', id });
    });
  }

  /** Takes an image that nothing uses out of the library and its bytes out of the store. */
  async removeUnused(tx: EntityManager, id: string): Promise<void> {
    const variants = await tx.find(ImageVariant, { select: { id: true }, where: { imageId: id } });
    await this.store.remove(
      tx,
      variants.map((variant) => variant.id),
    );
    await tx.delete(Image, { id });
  }
}

/** For changing: nobody can begin to use it (`missingImages`) before the transaction ends. */
async function lockImage(tx: EntityManager, id: string): Promise<Image> {
  const image = await tx.findOne(Image, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!image) throw notFound('such image');
  return image;
}

/** An image belongs to whoever uploaded it; it is never published by itself. */
const ownershipOf = ({ createdBy }: Image) => ({ createdBy, authorIds: [], everPublished: false });

const places: Record<Wire.ImageUse['where'], string> = {
  draft: 'the draft',
  live: 'the live posting',
  publication: 'an earlier publication of',
  account: 'the portrait of',
  settings: 'the site settings of',
};

function inUse(uses: Wire.ImageUse[]): Problem {
  const named = uses.slice(0, 3).map(({ where, title }) => `${places[where]} “${title}”`);
  const more = uses.length > 3 ? ' and more' : '';
  return new Problem(
    409,
    'in-use',
    `It is used by ${named.join(', ')}${more}. See GET /images/{id}/uses; take it out there first.`,
  );
}

import type { INestApplicationContext } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Account } from '../auth/account.ts';
import type { Actor } from '../auth/actor.ts';
import { Config } from '../platform/config/config.ts';
import { owningDataSource } from '../platform/database/data-source.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { Posting } from '../drafts/posting.ts';
import { SlugAlias } from '../drafts/slug-alias.ts';
import { usesOf } from '../images/image-uses.ts';
import { Image } from '../images/image.ts';
import { ImagesService } from '../images/images.service.ts';
import { Publication } from '../publishing/snapshot/publication.ts';
import { PublishingService } from '../publishing/publishing.service.ts';
import { Setting } from '../settings/setting.ts';
import { SettingsService } from '../settings/settings.service.ts';
import { Term } from '../taxonomy/term.ts';
import { site } from './company.ts';
import { firstOwner } from './owner.ts';

/**
 * Takes the demo company away again, in one transaction, as the owner of the tables: who serves may not delete
 * publications. What people have made their own stays and is no longer demo:
 * pictures, terms and accounts that their postings use, and accounts that somebody has set a password for. The change
 * feed tells of each withdrawal, and withdrawn addresses go on answering 410.
 * @returns how many postings went
 */
export async function removeDemo(app: INestApplicationContext): Promise<number> {
  const db = app.get(Transactions, { strict: false });
  const owning = await owningDataSource(app.get(Config, { strict: false })).initialize();
  try {
    return await db.run((tx) => removeAll(app, tx), owning);
  } finally {
    await owning.destroy();
  }
}

async function removeAll(app: INestApplicationContext, tx: EntityManager): Promise<number> {
  // The first withdrawal takes the feed's counter, which all others take last: none of them may be half-way.
  await tx.query('LOCK TABLE posting, term, image, setting IN EXCLUSIVE MODE');
  const owner = await firstOwner(tx);
  const count = await removePostings(app, tx, owner);
  await unnameSite(app, tx, owner);
  await removeAccounts(tx);
  await removeTerms(tx);
  await removePictures(app, tx);
  return count;
}

async function removePostings(
  app: INestApplicationContext,
  tx: EntityManager,
  owner: Actor,
): Promise<number> {
  const postings = await tx.find(Posting, { where: { demo: true }, order: { id: 'ASC' } });
  const publishing = app.get(PublishingService, { strict: false });
  for (const { id, state } of postings) if (state === 'live') await publishing.withdraw(owner, id);
  const ids = postings.map(({ id }) => id);
  if (!ids.length) return 0;
  await tx.delete(Publication, { postingId: In(ids) });
  await tx.delete(SlugAlias, { postingId: In(ids) });
  await tx.delete(Posting, { id: In(ids) });
  return ids.length;
}

/** Settings that still say what the demo said go back to nothing. */
async function unnameSite(app: INestApplicationContext, tx: EntityManager, owner: Actor): Promise<void> {
  const now = await tx.findOneByOrFail(Setting, { id: 1 });
  const ofDemo = new Set(
    (await tx.find(Image, { select: { id: true }, where: { demo: true } })).map(({ id }) => id),
  );
  const change = {
    ...(now.siteName === site.siteName ? { siteName: 'Gonggo' } : {}),
    ...(now.taglineKo === site.taglineKo ? { taglineKo: '' } : {}),
    ...(now.taglineEn === site.taglineEn ? { taglineEn: '' } : {}),
    ...(now.homeImageAlt === site.homeImageAlt ? { homeImageAlt: '' } : {}),
    ...(now.companyUrl === site.companyUrl ? { companyUrl: null } : {}),
    ...(now.logo && ofDemo.has(now.logo) ? { logo: null } : {}),
    ...(now.homeImage && ofDemo.has(now.homeImage) ? { homeImage: null } : {}),
  };
  if (!Object.keys(change).length) return;
  await app.get(SettingsService, { strict: false }).change(owner, now.revision, change);
}

async function removeAccounts(tx: EntityManager): Promise<void> {
  await tx.query(
    `UPDATE account SET demo = false
      WHERE demo AND (password_hash IS NOT NULL OR EXISTS (
        SELECT FROM posting
         WHERE created_by = account.id
            OR authors @> jsonb_build_array(jsonb_build_object('accountId', account.id))))`,
  );
  await tx.delete(Account, { demo: true });
}

async function removeTerms(tx: EntityManager): Promise<void> {
  await tx.query(
    `UPDATE term SET demo = false
      WHERE demo AND EXISTS (SELECT FROM posting WHERE team_id = term.id OR job_family_id = term.id OR tag_ids @> ARRAY[term.id])`,
  );
  await tx.delete(Term, { demo: true });
}

async function removePictures(app: INestApplicationContext, tx: EntityManager): Promise<void> {
  const images = app.get(ImagesService, { strict: false });
  const pictures = await tx.find(Image, {
    where: { demo: true },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const { id } of pictures) {
    const uses = await usesOf(tx, id, 1);
    if (uses.length) await tx.update(Image, { id }, { demo: false });
    else await images.removeUnused(tx, id);
  }
}

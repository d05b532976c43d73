import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { Account } from '../auth/account.ts';
import { insertAccount } from '../accounts/accounts.service.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { DraftsService } from '../drafts/drafts.service.ts';
import { Posting } from '../drafts/posting.ts';
import { SectionsService } from '../drafts/sections.service.ts';
import { PublishingService } from '../publishing/publishing.service.ts';
import { Setting } from '../settings/setting.ts';
import { SettingsService } from '../settings/settings.service.ts';
import { TaxonomyService } from '../taxonomy/taxonomy.service.ts';
import { Term } from '../taxonomy/term.ts';
import { cast, castInEnglish, site, terms, type CastName } from './company.ts';
import { closingMoment, seoulDay } from './moments.ts';
import { firstOwner } from './owner.ts';
import type { DemoPosting } from './posting.ts';
import { portraitOf, type Pictures } from './pictures.ts';
import { demoPostings } from './postings/index.ts';
import { uploadPictures } from './upload-pictures.ts';

/** Who is who in this database: cast name → account id, term slug → id. */
interface Company {
  accounts: Record<string, string>;
  terms: Record<string, string>;
  pictures: Pictures;
}

/**
 * Brings in the demo company through the same services that authors use. What is there already is left alone, and each
 * posting comes in one transaction: killed at any moment and run again, it ends the same.
 * @returns how many postings came in
 */
export async function seedDemo(app: INestApplicationContext, now = new Date()): Promise<number> {
  const db = app.get(Transactions, { strict: false });
  const owner = await firstOwner(db.manager);
  const pictures = await uploadPictures(app, owner);
  const company = {
    pictures,
    accounts: await seedAccounts(db, pictures),
    terms: await seedTerms(app, owner),
  };
  await nameSite(app, owner, pictures);

  let made = 0;
  for (const posting of demoPostings(seoulDay(now))) {
    const { locale, slug } = posting;
    await db.run(async (tx) => {
      if (await tx.existsBy(Posting, { locale, slug })) return;
      await seedPosting(app, owner, posting, company, now);
      made += 1;
    });
  }
  return made;
}

async function seedAccounts(db: Transactions, pictures: Pictures): Promise<Company['accounts']> {
  const ids: Company['accounts'] = {};
  for (const name of Object.keys(cast) as CastName[]) {
    ids[name] = await db.run(async (tx) => {
      const known = await tx.findOneBy(Account, { email: cast[name].email });
      if (known) return known.id;
      // Without a password nobody can sign in as them; an owner may hand out an invitation.
      const { id } = await insertAccount(tx, cast[name]);
      await tx.update(Account, { id }, { demo: true, avatar: pictures[portraitOf(name)] });
      return id;
    });
  }
  return ids;
}

async function seedTerms(app: INestApplicationContext, owner: Actor): Promise<Company['terms']> {
  const db = app.get(Transactions, { strict: false });
  const taxonomy = app.get(TaxonomyService, { strict: false });
  const ids: Company['terms'] = {};
  for (const term of terms) {
    ids[term.slug] = await db.run(async (tx) => {
      const known = await tx.findOneBy(Term, { kind: term.kind, slug: term.slug });
      if (known) return known.id;
      const { id } = await taxonomy.add(owner, term);
      await tx.update(Term, { id }, { demo: true });
      return id;
    });
  }
  return ids;
}

/** Only a site that nobody has named yet gets the name of the demo company. */
async function nameSite(app: INestApplicationContext, owner: Actor, pictures: Pictures): Promise<void> {
  const db = app.get(Transactions, { strict: false });
  const now = await db.manager.findOneByOrFail(Setting, { id: 1 });
  if (now.siteName !== 'Gonggo' || now.taglineKo || now.taglineEn || now.logo || now.homeImage) return;
  const settings = app.get(SettingsService, { strict: false });
  await settings.change(owner, now.revision, {
    ...site,
    logo: pictures.logo,
    homeImage: pictures['home-team'],
  });
}

async function seedPosting(
  app: INestApplicationContext,
  owner: Actor,
  posting: DemoPosting,
  { accounts, terms: termIds, pictures }: Company,
  now: Date,
): Promise<void> {
  const drafts = app.get(DraftsService, { strict: false });
  const sections = app.get(SectionsService, { strict: false });
  const publishing = app.get(PublishingService, { strict: false });
  const db = app.get(Transactions, { strict: false }).manager;

  const { locale, title, slug, variantOf, cover, team, jobFamily, closesInDays } = posting;
  const original = variantOf ? await db.findOneBy(Posting, { locale: 'ko', slug: variantOf }) : null;
  const variant = original ? { variantOf: original.id } : {};
  const draft = await drafts.create(owner, { locale, title, slug, ...variant });
  await drafts.changeFacts(owner, draft.id, draft.revision, {
    ...posting.facts,
    cover: { imageId: pictures[cover.picture], alt: cover.alt },
    team,
    jobFamily,
    tagIds: posting.tags.map((tag) => termIds[tag] ?? ''),
    authors: posting.authors.map((who) => {
      const { name, byline: role } = (locale === 'en' ? castInEnglish : cast)[who];
      return { accountId: accounts[who] ?? null, name, role, avatar: pictures[portraitOf(who)] };
    }),
    closesAt: closesInDays === null ? null : closingMoment(now, closesInDays),
  });
  let { outlineRevision } = draft;
  for (const section of posting.sections(pictures)) {
    const added = await sections.add(owner, draft.id, outlineRevision, section);
    outlineRevision = added.outline.revision;
  }
  await db.update(Posting, { id: draft.id }, { demo: true });

  if (posting.becomes !== 'draft') await publishing.publish(owner, draft.id);
  if (posting.becomes === 'closed') await publishing.close(owner, draft.id);
  if (posting.becomes === 'withdrawn') await publishing.withdraw(owner, draft.id);
}

import { Injectable } from '@nestjs/common';
import type * as Wire from '@gonggo/contract';
import type { Actor } from '../auth/actor.ts';
import { audit } from '../platform/audit/audit.ts';
import { missingImages } from '../images/missing-images.ts';
import { may } from '../auth/may.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { publishWords } from '../images/publish-words.ts';
import { enqueue } from '../platform/jobs/enqueue.ts';
import { News } from '../platform/invalidation/news.ts';
import { PublicDatabase } from '../platform/database/public-database.ts';
import { publicState, type PublicState } from '../platform/http/public-headers.ts';
import { touchPublic } from '../platform/invalidation/touch-public.ts';
import { badRequest, stale } from '../platform/problem/problem.ts';
import { Setting } from './setting.ts';

const publicSql = `
  SELECT site_name AS "siteName", tagline_ko AS "taglineKo", tagline_en AS "taglineEn", accent, logo,
    home_image AS "homeImage", home_image_alt AS "homeImageAlt", company_url AS "companyUrl",
    installation, setting.revision, ${publicState}
  FROM setting, change_counter`;

/** The site's settings: read by everybody, changed by owners. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly db: Transactions,
    private readonly news: News,
    private readonly reads: PublicDatabase,
  ) {}

  async get(): Promise<{ settings: Wire.Settings; state: PublicState }> {
    const row = await this.reads.read(
      async (pool) =>
        (await pool.query<Wire.Settings & PublicState>({ name: 'settings', text: publicSql })).rows[0],
      (found) => found?.publicRevision,
    );
    if (!row) throw new Error('The row of settings is missing.');
    const { publicRevision, publicChanged, ...settings } = row;
    return { settings, state: { publicRevision, publicChanged } };
  }

  change(actor: Actor, revision: number, body: Wire.ChangeSettings): Promise<Wire.Settings> {
    return this.db.run(async (tx) => {
      may(actor, 'accounts');
      checkAccent(body.accent);
      for (const field of ['logo', 'homeImage'] as const) {
        const id = body[field];
        if (id && (await missingImages(tx, [id])).length)
          throw wrong(`/${field}`, 'There is no such image. Upload it first.');
      }
      const changed = fieldsOf(body);
      await publishWords(
        tx,
        [body.logo, body.homeImage].filter((id) => typeof id === 'string'),
      );
      const { affected } = await tx.update(
        Setting,
        { id: 1, revision },
        { ...changed, revision: revision + 1 },
      );
      const row = await tx.findOneByOrFail(Setting, { id: 1 });
      if (!affected) throw stale(present(row));
      // The texts of live postings name the site, its logo and its address.
      await enqueue(tx, { kind: 'make-texts-anew', uniqueKey: 'make-texts-anew' });
      const detail = { fields: Object.keys(changed) };
      await audit(tx, actor, 'settings.changed', { kind: 'settings', id: null }, detail);
      await touchPublic(tx, this.news);
      return present(row);
    });
  }
}

/** Field by field: a request never becomes a row by itself. */
function fieldsOf(body: Wire.ChangeSettings): Partial<Setting> {
  const { siteName, taglineKo, taglineEn, accent, logo, homeImage, homeImageAlt, companyUrl } = body;
  const fields = { siteName, taglineKo, taglineEn, accent, logo, homeImage, homeImageAlt, companyUrl };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function checkAccent(accent: string | undefined): void {
  if (accent === undefined || accent === '' || /^#[0-9a-f]{6}$/i.test(accent)) return;
  throw wrong('/accent', 'Write the colour as #rrggbb, or leave it empty.');
}

const wrong = (pointer: string, message: string) =>
  badRequest('A setting is not right.', [{ pointer, message }]);

function present({ id: _one, ...row }: Setting): Wire.Settings {
  return row;
}

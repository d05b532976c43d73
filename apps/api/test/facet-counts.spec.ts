import { beforeAll, expect, test } from '@jest/globals';
import type { Facets } from '@gonggo/contract';
import pg from 'pg';
import { servingRoles } from '../src/platform/database/serving-roles.ts';
import { day, hour } from './support/clock.ts';
import { type Person, useApi } from './support/api.ts';
import { aPosting, aReadyDraft, eventually } from './support/postings.ts';

// Without memory of replies: each reading asks the database.
const api = useApi({ CACHE_MB: '0' });
let owner: Person;
beforeAll(async () => {
  owner = await api.signIn('owner');
});

/** The same counted over all rows, as a reader would who clicks each filter. */
async function counted(locale: 'ko' | 'en' | null): Promise<Record<string, number>> {
  const rows = await api.sql<{ key: string; count: number }>(
    `SELECT f.facet || ' ' || f.value AS key, count(*)::int AS count
       FROM published_posting p, jsonb_to_recordset(p.facets) AS f(facet text, value text)
      WHERE (p.closes_at IS NULL OR p.closes_at > clock_now()) AND ($1::text IS NULL OR p.locale = $1) GROUP BY 1`,
    [locale],
  );
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

async function answered(locale: 'ko' | 'en' | null): Promise<Record<string, number>> {
  const facets: Facets = await api.anonymous.postings.facets(locale ?? undefined);
  const all = Object.entries(facets) as [string, Facets['team']][];
  return Object.fromEntries(
    all.flatMap(([facet, values]) => values.map(({ value, count }) => [`${facet} ${value}`, count])),
  );
}

async function expectTrue(when: string): Promise<void> {
  for (const locale of [null, 'ko', 'en'] as const)
    expect([when, locale, await answered(locale)]).toEqual([when, locale, await counted(locale)]);
}

const at = async (ahead: number) => new Date((await api.clock.now()).getTime() + ahead).toISOString();
const place = (locality: string) => ({ country: 'KR', region: '', locality });

test('facets count what is open after every act, at every moment, whether or not a job has run', async () => {
  const team = await owner.taxonomy.add({ kind: 'team', nameKo: '검색팀', nameEn: 'Search' });
  const tag = await owner.taxonomy.add({ kind: 'tag', nameKo: '야근 없음' });
  const [one, two, three, en] = [
    await aPosting(owner, { team: team.slug, tagIds: [tag.id], closesAt: await at(2 * hour) }),
    await aPosting(owner, { team: team.slug, locations: [place('춘천'), place('속초')], level: 'senior' }),
    await aPosting(owner, { locations: [place('춘천')], remote: 'hybrid', closesAt: await at(3 * hour) }),
    await aPosting(owner, { team: team.slug, locale: 'en', closesAt: await at(2 * hour) }),
  ];
  await expectTrue('published');
  await owner.drafts.change(two.id, two.revision, { locations: [place('속초')], level: 'lead', team: null });
  await owner.drafts.publish(two.id);
  await expectTrue('published with other facts');
  await owner.drafts.close(three.id);
  await expectTrue('closed by hand');
  await owner.drafts.reopen(three.id, { closesAt: await at(5 * hour) });
  await expectTrue('reopened');
  await owner.drafts.withdraw(two.id);
  await expectTrue('withdrawn');
  await owner.drafts.publish(two.id);
  await expectTrue('published again');

  // The jobs that tell of closings are held back: the clock alone closes.
  await api.sql(`UPDATE job SET run_at = clock_now() + interval '1 year' WHERE kind = 'tell-closing'`);
  await api.clock.advance(2 * hour);
  expect((await answered(null))[`team ${team.slug}`]).toBeUndefined();
  await expectTrue('two have closed by the clock');
  await owner.drafts.change(one.id, (await owner.drafts.get(one.id)).revision, { closesAt: await at(day) });
  await owner.drafts.publish(one.id);
  await expectTrue('one of them has a new closing');
  await api.sql(`UPDATE job SET run_at = clock_now() WHERE kind = 'tell-closing' AND done_at IS NULL`);
  await eventually(
    () => api.sql('SELECT FROM published_posting WHERE posting_id = $1 AND closing_told', [en.id]),
    (rows) => rows.length === 1,
  );
  await expectTrue('the feed has told of the other');
  await api.clock.advance(-3 * hour);
  await expectTrue('the clock was set back');
  await api.clock.advance(3 * hour + 2 * day);
  await expectTrue('all but one have closed');

  for (const { id } of [one, two, three, en]) await owner.drafts.withdraw(id);
  await expectTrue('nothing is left');
  expect(await api.sql('SELECT FROM facet_count')).toEqual([]);
});

test('of two names of one value the younger publication’s is shown, and the older one’s when it is gone', async () => {
  const team = await owner.taxonomy.add({ kind: 'team', nameKo: '옛 이름' });
  const nameOf = async () =>
    (await api.anonymous.postings.facets('ko')).team.find(({ value }) => value === team.slug);
  const old = await aPosting(owner, { team: team.slug });
  await owner.taxonomy.change(team.id, 1, { nameKo: '새 이름' });
  expect(await nameOf()).toMatchObject({ name: '옛 이름', count: 1 });
  const young = await aPosting(owner, { team: team.slug });
  expect(await nameOf()).toMatchObject({ name: '새 이름', count: 2 });
  await owner.drafts.withdraw(young.id);
  expect(await nameOf()).toMatchObject({ name: '옛 이름', count: 1 });
  await owner.drafts.publish(old.id);
  expect(await nameOf()).toMatchObject({ name: '새 이름', count: 1 });
});

test('many who publish and withdraw at once leave the counts right', async () => {
  const editors = await Promise.all(Array.from({ length: 6 }, () => api.signIn('editor')));
  const team = await owner.taxonomy.add({ kind: 'team', nameKo: '모두의 팀' });
  const drafts = await Promise.all(editors.map((editor) => aReadyDraft(editor, { team: team.slug })));
  for (let round = 0; round < 4; round++) {
    await Promise.all(
      editors.map((editor, n) => {
        const id = drafts[n]?.id ?? '';
        return (round + n) % 2 ? editor.drafts.publish(id) : editor.drafts.withdraw(id).catch(() => null);
      }),
    );
  }
  await expectTrue('after the rush');
});

test('counting needs no right of whoever publishes: a release from before the counts, which granted none, publishes on', async () => {
  const name = pg.escapeIdentifier(servingRoles(api.config).app.name);
  await api.sql(`REVOKE INSERT, UPDATE, DELETE ON facet_count FROM ${name}`);
  try {
    const { id } = await aPosting(owner, { locations: [place('강릉시')] });
    await expectTrue('published without rights');
    await owner.drafts.withdraw(id);
    await expectTrue('withdrawn without rights');
  } finally {
    await api.sql(`GRANT INSERT, UPDATE, DELETE ON facet_count TO ${name}`);
  }
});

import { aPerson, compose, aDraft, expect, paragraphs, saved, siteUrl, test } from './support/admin.ts';
import type { Page } from '@playwright/test';

const prose = (...lines: string[]) => ({ intro: '', body: paragraphs(...lines) });

async function write(page: Page, section: string, text: string) {
  await page.getByRole('article', { name: new RegExp(section) }).hover();
  await page.getByRole('button', { name: `${section} 편집` }).click();
  const field = page
    .getByRole('article', { name: new RegExp(section) })
    .getByRole('textbox', { name: '본문' });
  await expect(field).toBeFocused();
  await page.keyboard.press('Control+End');
  await compose(page, text);
}

/** From here on the page doesn't hear of what others save until it saves itself. */
const deafTo = (page: Page, draftId: string) =>
  page.route(`**/api/v1/drafts/${draftId}`, (route) =>
    route.request().method() === 'GET' ? route.abort() : route.fallback(),
  );

test('two windows on one section: both texts are shown, and no word is lost whichever is chosen', async ({
  api,
  openAdmin,
}) => {
  const draft = await aDraft(api, '두 창');
  const { section } = await api.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'role',
    heading: '하는 일',
    content: prose('처음 글.'),
  });
  const [one, other] = [await openAdmin(), await openAdmin()];
  for (const page of [one, other]) {
    await page.goto(`/admin/postings/${draft.id}`);
    await expect(page.getByRole('article', { name: /하는 일/ })).toBeVisible();
    await deafTo(page, draft.id);
  }

  await write(one, '하는 일', '첫 창의 글.');
  await saved(one);
  await expect(one.getByText(/저장했어요/).first()).toBeVisible();
  await write(other, '하는 일', '둘째 창의 글.');

  const conflict = other.getByRole('region', { name: '다른 사람이 먼저 저장했어요' });
  await expect(conflict).toBeVisible();
  await expect(conflict.getByRole('region', { name: '내 글' })).toContainText('처음 글.둘째 창의 글.');
  await expect(conflict.getByRole('region', { name: '먼저 저장된 글' })).toContainText('처음 글.첫 창의 글.');

  await test.step('theirs, and back to mine', async () => {
    await conflict.getByRole('button', { name: '먼저 저장된 글 쓰기' }).click();
    await expect(other.getByRole('textbox', { name: '본문' })).toHaveText('처음 글.첫 창의 글.');
    await other.getByRole('button', { name: '내 글로 되돌리기' }).click();
    await expect(other.getByRole('textbox', { name: '본문' })).toHaveText('처음 글.둘째 창의 글.');
    await saved(other);
    await expect
      .poll(async () => JSON.stringify(await api.drafts.getSection(draft.id, section.id)))
      .toContain('둘째 창의 글.');
  });

  await test.step('mine, over theirs', async () => {
    await compose(one, ' 더 써요.');
    await expect(one.getByRole('region', { name: '다른 사람이 먼저 저장했어요' })).toBeVisible();
    await one.getByRole('button', { name: '내 글로 저장' }).click();
    await saved(one);
    expect(JSON.stringify(await api.drafts.getSection(draft.id, section.id))).toContain(
      '첫 창의 글. 더 써요.',
    );
  });
});

test('an open section in which nothing was typed takes over what others save, and one goes on from there', async ({
  api,
  openAdmin,
}) => {
  const draft = await aDraft(api, '열린 섹션');
  const { section } = await api.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'role',
    heading: '하는 일',
    content: prose('처음 글.'),
  });
  const [one, other] = [await openAdmin(), await openAdmin()];
  for (const page of [one, other]) await page.goto(`/admin/postings/${draft.id}`);
  await other.getByRole('article', { name: /하는 일/ }).hover();
  await other.getByRole('button', { name: '하는 일 편집' }).click();
  const field = other.getByRole('textbox', { name: '본문' });
  await expect(field).toBeFocused();

  await write(one, '하는 일', '첫 창의 글.');
  await saved(one);
  await expect(field).toHaveText('처음 글.첫 창의 글.'); // within one interval of reading the draft again
  await expect(field).toBeFocused();
  await other.keyboard.press('Control+End');
  await compose(other, '둘째 창의 글.');
  await saved(other);

  await expect(one.getByRole('textbox', { name: '본문' })).toHaveText('처음 글.첫 창의 글.둘째 창의 글.');
  for (const page of [one, other]) await expect(page.getByText('다른 사람이 먼저 저장했어요')).toHaveCount(0);
  expect(JSON.stringify(await api.drafts.getSection(draft.id, section.id))).toContain('둘째 창의 글.');
});

test('who is made an author may write without loading the page again', async ({ api, openAdmin }) => {
  const draft = await aDraft(api, '함께 쓰기');
  const person = await aPerson(api, 'author');
  const page = await openAdmin({ storageState: { cookies: [], origins: [] } });
  await page.request.post('/api/v1/sessions', {
    data: { email: person.email, password: person.password },
    headers: { origin: siteUrl },
  });
  await page.goto(`/admin/postings/${draft.id}`);
  const add = page.getByRole('main').getByRole('button', { name: '섹션 추가', exact: true });
  await expect(page.getByText('읽기만 할 수 있어요').first()).toBeVisible();
  await expect(add).toHaveCount(0);

  await api.drafts.change(draft.id, draft.revision, {
    authors: [...draft.facts.authors, { accountId: person.id, name: '함께 쓰는 이', role: '', avatar: null }],
  });
  await expect(add).toBeVisible();
});

test('two windows on two sections, and a third section added meanwhile, never meet', async ({
  api,
  openAdmin,
}) => {
  const draft = await aDraft(api, '두 섹션');
  const first = await api.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'role',
    heading: '하는 일',
    content: prose('가.'),
  });
  await api.drafts.addSection(draft.id, first.outline.revision, {
    kind: 'benefits',
    heading: '복지',
    content: prose('나.'),
  });
  const [one, other] = [await openAdmin(), await openAdmin()];
  for (const page of [one, other]) await page.goto(`/admin/postings/${draft.id}`);

  await write(one, '하는 일', '하나.');
  await write(other, '복지', '둘.');
  await one.getByRole('main').getByRole('button', { name: '섹션 추가', exact: true }).click();
  await one.getByRole('menuitem', { name: /^한마디/ }).click();
  await other.getByRole('main').getByRole('button', { name: '섹션 추가', exact: true }).click();
  await other.getByRole('menuitem', { name: /^맺음말/ }).click();
  await Promise.all([saved(one), saved(other)]);

  await expect
    .poll(async () => (await api.drafts.get(draft.id)).sections.map(({ kind }) => kind))
    .toEqual(['role', 'benefits', 'quote', 'closing']);
  const text = JSON.stringify((await api.drafts.get(draft.id)).sections);
  expect(text).toContain('가.하나.');
  expect(text).toContain('나.둘.');
  for (const page of [one, other]) await expect(page.getByText('다른 사람이 먼저 저장했어요')).toHaveCount(0);
});

test('different facts by two people are merged; the same fact is put to a person', async ({ api, page }) => {
  const draft = await aDraft(api, '정보');
  await page.goto(`/admin/postings/${draft.id}`);
  await expect(page.getByRole('textbox', { name: '한두 문장 요약' })).toHaveValue('함께 만들 사람을 찾아요.');
  await deafTo(page, draft.id);

  const theirs = await api.drafts.change(draft.id, draft.revision, { jobTitle: '그쪽이 고친 직무' });
  await page.getByRole('textbox', { name: '한두 문장 요약' }).fill('내가 고친 요약이에요.');
  await saved(page);
  await expect(page.getByLabel('직무 이름')).toHaveValue('그쪽이 고친 직무');
  const merged = await api.drafts.get(draft.id);
  expect(merged.facts).toMatchObject({ jobTitle: '그쪽이 고친 직무', summary: '내가 고친 요약이에요.' });

  await api.drafts.change(draft.id, theirs.revision + 1, { summary: '그쪽이 고친 요약이에요.' });
  await page.getByRole('textbox', { name: '한두 문장 요약' }).fill('내가 다시 고친 요약이에요.');
  const conflict = page.getByRole('region', { name: '다른 사람이 먼저 저장했어요' });
  await expect(conflict).toContainText('요약: 그쪽이 고친 요약이에요.');
  await expect(conflict).toContainText('요약: 내가 다시 고친 요약이에요.');
  await conflict.getByRole('button', { name: '먼저 저장된 글 쓰기' }).click();
  await expect(page.getByRole('textbox', { name: '한두 문장 요약' })).toHaveValue('그쪽이 고친 요약이에요.');
});

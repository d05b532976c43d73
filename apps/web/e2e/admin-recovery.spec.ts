import { aDraft, aPerson, compose, expect, paragraphs, saved, siteUrl, test } from './support/admin.ts';

const prose = (...lines: string[]) => ({ intro: '', body: paragraphs(...lines) });

test('what is written offline is kept on the device, survives a crash and is saved on the next visit', async ({
  api,
  page,
  context,
}) => {
  const draft = await aDraft(api, '오프라인');
  const { section } = await api.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'text',
    heading: '이야기',
    content: prose('처음.'),
  });
  await page.goto(`/admin/postings/${draft.id}`);
  await page.getByRole('article', { name: /이야기/ }).hover();
  await page.getByRole('button', { name: '이야기 편집' }).click();
  await expect(page.getByRole('textbox', { name: '본문' })).toBeFocused();
  await page.keyboard.press('Control+End');

  await page.route('**/api/v1/drafts/**', (route) => route.abort());
  await compose(page, ' 비행기에서 쓴 글.');
  await expect(page.getByRole('button', { name: /오프라인 — 이 기기에 보관/ })).toBeVisible();

  // No event runs any more: what is not on this device by now is lost.
  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const again = await context.newPage();
  await again.goto(`/admin/postings/${draft.id}`);
  await expect(again.getByText('지난번에 저장하지 못한 글 1곳을 되살렸어요')).toBeVisible();
  await expect(again.getByRole('article', { name: /이야기/ })).toContainText('처음. 비행기에서 쓴 글.');
  await saved(again);
  await expect
    .poll(async () => JSON.stringify(await api.drafts.getSection(draft.id, section.id)))
    .toContain('비행기에서 쓴 글.');
});

test('back online, it is saved without being asked', async ({ api, page }) => {
  const draft = await aDraft(api, '다시 연결');
  await page.goto(`/admin/postings/${draft.id}`);
  await expect(page.getByRole('textbox', { name: '한두 문장 요약' })).toBeVisible();
  await page.route('**/api/v1/drafts/**', (route) => route.abort());
  await page.getByRole('textbox', { name: '한두 문장 요약' }).fill('끊긴 동안 쓴 요약');
  await expect(page.getByRole('button', { name: /오프라인/ })).toBeVisible();
  await page.unroute('**/api/v1/drafts/**');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await saved(page);
  expect((await api.drafts.get(draft.id)).facts.summary).toBe('끊긴 동안 쓴 요약');
});

test('leaving with unsaved text asks first', async ({ api, page }) => {
  const draft = await aDraft(api, '나가기');
  await page.goto(`/admin/postings/${draft.id}`);
  await expect(page.getByRole('textbox', { name: '한두 문장 요약' })).toBeVisible();
  await page.route('**/api/v1/drafts/**', (route) => route.abort());
  await page.getByRole('textbox', { name: '한두 문장 요약' }).pressSequentially('적던 말');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe('beforeunload');
});

test.describe('when the session ends while one writes', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('one signs in over the page, and nothing is lost', async ({ api, page, context }) => {
    const editor = await aPerson(api, 'editor');
    const draft = await aDraft(api, '끝난 로그인');
    await page.request.post('/api/v1/sessions', {
      data: { email: editor.email, password: editor.password },
      headers: { origin: siteUrl },
    });
    await page.goto(`/admin/postings/${draft.id}`);
    await expect(page.getByRole('textbox', { name: '한두 문장 요약' })).toBeVisible();

    await context.clearCookies();
    await page.getByRole('textbox', { name: '한두 문장 요약' }).fill('로그아웃된 동안 쓴 요약');
    const dialog = page.getByRole('dialog', { name: '다시 로그인해 주세요' });
    await dialog.getByLabel('비밀번호').fill(editor.password);
    await dialog.getByRole('button', { name: '로그인' }).click();
    await expect(dialog).toBeHidden();
    await saved(page);
    expect((await api.drafts.get(draft.id)).facts.summary).toBe('로그아웃된 동안 쓴 요약');
  });
});

test('a section deleted elsewhere keeps its unsaved text and comes back as a new one', async ({
  api,
  page,
}) => {
  const draft = await aDraft(api, '지워진 섹션');
  const added = await api.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'role',
    heading: '하는 일',
    content: prose('처음.'),
  });
  await page.goto(`/admin/postings/${draft.id}`);
  await page.getByRole('article', { name: /하는 일/ }).hover();
  await page.getByRole('button', { name: '하는 일 편집' }).click();
  await expect(page.getByRole('textbox', { name: '본문' })).toBeFocused();
  await api.drafts.removeSection(draft.id, added.section.id, added.outline.revision);
  await page.keyboard.press('Control+End');
  await compose(page, ' 아까운 글.');
  await expect(page.getByText('이 섹션은 다른 사람이 지웠어요')).toBeVisible();
  await page.getByRole('button', { name: '새 섹션으로 되살리기' }).click();
  await expect
    .poll(async () => JSON.stringify((await api.drafts.get(draft.id)).sections))
    .toContain('처음. 아까운 글.');
});

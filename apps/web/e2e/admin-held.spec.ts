import { aDraft, expect, paragraphs, saved, test } from './support/admin.ts';

test('an address in a section that is none is neither saved, lost, nor passed over when publishing', async ({
  page,
  api,
}) => {
  const draft = await aDraft(api, '지원 섹션을 고치는 공고');
  const url = 'https://jobs.gonggo.example/old';
  const { outline, section } = await api.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'apply',
    content: { label: '', note: '', url, sticky: true },
  });
  await api.drafts.addSection(draft.id, outline.revision, {
    kind: 'text',
    content: { intro: '', body: paragraphs('읽을 내용') },
  });
  await page.goto(`/admin/postings/${draft.id}`);
  const card = page.getByRole('article', { name: /지원하기/ });
  const address = card.getByLabel('지원 주소');
  const edit = card.getByRole('button', { name: '지원하기 편집' });
  const state = page.getByRole('button', { name: '저장 상태: 저장 안 됨: 지원하기' });
  const notSaved = card.getByText('저장 안 된 값이 있어요');

  await edit.press('Enter');
  await address.fill('jobs@goyohan');
  await expect(card.getByText(/^저장했어요|^모두 저장됨/)).toHaveCount(0);
  await address.press('Tab');
  await expect(state).toBeVisible();
  await expect(notSaved).toBeVisible();

  const inspector = page.getByRole('complementary', { name: '정보' });
  await inspector.getByRole('tab', { name: /^준비/ }).click();
  await expect(
    inspector.getByRole('button', { name: /^지원하기 적은 값을 저장하지 못했어요/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: '게시', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '게시', exact: true });
  await expect(dialog.getByRole('button', { name: '게시하기' })).toBeDisabled();
  await dialog.getByRole('button', { name: /^지원하기 적은 값을 저장하지 못했어요/ }).click();
  await expect(address).toBeFocused();

  await card.getByRole('button', { name: '지원하기 접기' }).click();
  await expect(notSaved).toBeVisible();
  await page.getByRole('link', { name: '공고 목록으로' }).click();
  await page.getByRole('link', { name: draft.facts.title }).click();
  await state.click();
  await expect(address).toBeFocused();
  await expect(address).toHaveValue('jobs@goyohan');

  let asked = false;
  page.once('dialog', (leaving) => {
    asked = leaving.type() === 'beforeunload';
    void leaving.dismiss();
  });
  await page.evaluate(() => setTimeout(() => location.reload()));
  await expect.poll(() => asked).toBe(true);
  expect((await api.drafts.getSection(draft.id, section.id)).content).toMatchObject({ url });

  await address.fill('jobs@goyohan.example');
  await saved(page);
  expect((await api.drafts.getSection(draft.id, section.id)).content).toMatchObject({
    url: 'mailto:jobs@goyohan.example',
  });
  await page.getByRole('button', { name: '게시', exact: true }).click();
  await expect(dialog.getByRole('button', { name: '게시하기' })).toBeEnabled();
});

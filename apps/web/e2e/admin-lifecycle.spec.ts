import { aDraft, expect, paragraphs, saved, test } from './support/admin.ts';
import { pixels } from './support/picture.ts';

test('closes, reopens with a new closing, and puts an old version back into the draft', async ({
  page,
  api,
}) => {
  const draft = await aDraft(api, '한살이');
  await api.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'introduction',
    content: { intro: '', body: paragraphs('첫 판의 글.') },
  });
  await api.drafts.publish(draft.id);
  await page.goto(`/admin/postings/${draft.id}`);
  const bar = page.getByRole('banner');
  const menu = async (item: string) => {
    await page.getByRole('button', { name: '이 공고로 할 일' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  await menu('지금 마감하기');
  await page.getByRole('dialog').getByRole('button', { name: '지금 마감하기' }).click();
  await expect(bar.getByText('마감', { exact: true })).toBeVisible();

  await menu('다시 열기');
  const dialog = page.getByRole('dialog', { name: '다시 지원을 받을까요?' });
  await dialog.getByLabel('마감', { exact: true }).fill('2001-01-01T00:00');
  await dialog.getByRole('button', { name: '다시 열기' }).click();
  await expect(dialog.getByText('마감은 지금보다 뒤여야 해요').first()).toBeVisible();
  await dialog.getByLabel('마감', { exact: true }).fill('2098-06-30T18:00');
  await dialog.getByRole('button', { name: '다시 열기' }).click();
  await expect(bar.getByText('모집 중')).toBeVisible();
  const reopened = await api.drafts.get(draft.id);
  expect(reopened.state).toBe('open');
  expect(Date.parse(reopened.facts.closesAt ?? '')).toBe(Date.parse('2098-06-30T09:00:00Z'));

  await page.getByRole('textbox', { name: '한두 문장 요약' }).fill('나중에 고친 요약');
  await saved(page);
  await page.getByRole('tab', { name: '기록' }).click();
  const first = page.getByRole('listitem').filter({ has: page.getByText('1번째', { exact: true }) });
  await first.getByRole('button', { name: '보기' }).click();
  await expect(page.frameLocator('iframe').getByText('첫 판의 글.')).toBeVisible();
  await page.keyboard.press('Escape');
  await first.getByRole('button', { name: '이 글로 되돌리기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '이 글로 되돌리기' }).click();
  await expect(page.getByText('1번째 글로 초안을 되돌렸어요')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '한두 문장 요약' })).toHaveValue('함께 만들 사람을 찾아요.');
  await api.drafts.withdraw(draft.id); // other tests count what is live
});

test('an image is uploaded, described, found in use, and only deleted when it is not', async ({
  page,
  api,
}) => {
  await page.goto('/admin/images');
  const name = `시장-${Date.now()}.png`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'image/png', buffer: pixels(320, 200) });
  await expect(page.getByText(`${name} 올렸어요`)).toBeVisible({ timeout: 20_000 });
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '글.png', mimeType: 'image/png', buffer: Buffer.from('그림이 아니에요') });
  await expect(page.getByText('글.png를 올리지 못했어요')).toBeVisible();

  await page.getByRole('button', { name: `${name} 정보` }).click();
  const dialog = page.getByRole('dialog', { name: '사진 정보' });
  await dialog.getByLabel('사진 설명').fill('새벽 시장');
  await dialog.getByLabel('출처 주소').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: '저장' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('출처 주소').fill('https://photos.gonggo.example/1');
  await dialog.getByLabel('이용 조건').selectOption('cc-by');
  await dialog.getByRole('button', { name: '저장' }).click();
  await expect(dialog).toBeHidden();

  const [image] = (await api.images.library({ limit: 1 })).data;
  const draft = await aDraft(api, '사진을 쓰는 글');
  const used = await api.drafts.change(draft.id, draft.revision, {
    cover: { imageId: image?.id ?? '', alt: '' },
  });
  await page.getByRole('button', { name: '새벽 시장 정보' }).first().click();
  await expect(dialog.getByRole('link', { name: draft.facts.title })).toBeVisible();
  const remove = async () => {
    await dialog.getByRole('button', { name: '사진 삭제' }).click();
    await page
      .getByRole('dialog', { name: '이 사진을 지울까요?' })
      .getByRole('button', { name: '삭제' })
      .click();
  };
  await remove();
  await expect(page.getByText('쓰이는 곳이 있어서 지울 수 없어요')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await api.drafts.change(draft.id, used.revision, { cover: null });
  await page.getByRole('button', { name: '새벽 시장 정보' }).first().click();
  await remove();
  await expect(page.getByText('사진을 지웠어요')).toBeVisible();
});

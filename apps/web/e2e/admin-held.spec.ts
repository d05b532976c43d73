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

test('what is typed into the panels of a text waits there: publishing too, and wherever one goes meanwhile', async ({
  page,
  api,
}) => {
  const draft = await aDraft(api, '카드를 넣다 만 공고');
  await api.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'closing',
    content: { intro: '', body: paragraphs('읽을 내용') },
  });
  await page.goto(`/admin/postings/${draft.id}`);
  const card = page.getByRole('article', { name: /맺음말/ });
  await card.getByRole('button', { name: '맺음말 편집' }).press('Enter');
  const text = card.getByRole('textbox', { name: '본문' });
  const linkCard = card.getByRole('region', { name: '링크 카드' }).getByLabel('주소');
  const embed = card.getByRole('region', { name: '동영상·게시물' }).getByLabel(/주소/);
  const insert = async (name: string) => {
    await card.getByRole('button', { name: '블록 넣기' }).click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  };

  await text.click();
  await insert('링크 카드');
  await linkCard.fill('https://blog.gonggo.example/post');
  await linkCard.press('Enter');
  await saved(page);
  await linkCard.fill('나쁜 주소');
  await text.getByText('읽을 내용').click();
  await insert('동영상·게시물');
  await embed.fill('https://youtu.be/abcdefghijk');

  await page.getByRole('button', { name: '게시', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '게시', exact: true });
  await expect(dialog.getByRole('button', { name: '게시하기' })).toBeDisabled();
  await dialog.getByRole('button', { name: /^맺음말 적은 값을 저장하지 못했어요/ }).click();
  await expect(linkCard).toBeFocused();

  await page.getByRole('link', { name: '공고 목록으로' }).click();
  await page.getByRole('link', { name: draft.facts.title }).click();
  await page.getByRole('button', { name: '저장 상태: 저장 안 됨: 맺음말' }).click();
  await expect(linkCard).toBeFocused();
  await expect(linkCard).toHaveValue('나쁜 주소');
  await linkCard.fill('https://blog.gonggo.example/mended');
  await expect(embed).toHaveValue('https://youtu.be/abcdefghijk');
  await embed.press('Enter');
  await saved(page);
  const [section] = (await api.drafts.get(draft.id)).sections;
  expect(JSON.stringify(section?.content)).toMatch(
    /blog\.gonggo\.example\/mended.*"abcdefghijk"|"abcdefghijk".*mended/,
  );
});

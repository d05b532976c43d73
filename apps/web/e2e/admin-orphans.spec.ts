import { aDraft, compose, expect, saved, test } from './support/admin.ts';
import { pixels } from './support/picture.ts';

const lines = ['비행기에서 쓴 첫 줄.', '둘째 줄, 링크도 있어요.', '목록 하나'];

test('a text whose section was deleted after a crash comes back whole, with its kind and its picture', async ({
  api,
  page,
  context,
}) => {
  const draft = await aDraft(api, '남은 글');
  await page.goto(`/admin/postings/${draft.id}`);
  await page.getByRole('main').getByRole('button', { name: '섹션 추가', exact: true }).click();
  await page.getByRole('menuitem', { name: /^소개/ }).click();
  await expect(page.getByRole('textbox', { name: '본문' })).toBeFocused();
  await page.getByRole('button', { name: '블록 넣기' }).click();
  await page.getByRole('menuitem', { name: '사진', exact: true }).click();
  const picker = page.getByRole('dialog', { name: '사진 고르기' });

  // From here on nothing of the draft reaches the server; pictures still do.
  await page.route('**/api/v1/drafts/**', (route) => route.abort());
  await picker
    .locator('input[type=file]')
    .setInputFiles({ name: '남은.png', mimeType: 'image/png', buffer: pixels(320, 200) });
  await expect(picker).toBeHidden({ timeout: 20_000 });
  await page.getByLabel('사진 설명').fill('구름 위 창가');
  const text = page.getByRole('textbox', { name: '본문' });
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Enter');
  await compose(page, lines[0]!);
  await page.keyboard.press('Shift+Enter');
  await compose(page, lines[1]!);
  await page.keyboard.press('Enter');
  await page.keyboard.type('- ');
  await compose(page, lines[2]!);
  await expect(page.getByRole('button', { name: /오프라인 — 이 기기에 보관/ })).toBeVisible();

  const crashed = page.waitForEvent('crash');
  page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const { sections, outlineRevision } = await api.drafts.get(draft.id);
  await api.drafts.removeSection(draft.id, sections[0]!.id, outlineRevision);

  const again = await context.newPage();
  await again.goto(`/admin/postings/${draft.id}`);
  await expect(again.getByText('지워진 섹션의 글이 이 기기에 남아 있어요')).toBeVisible();

  await test.step('refused once, the copy stays and the reason is told', async () => {
    await again.route('**/sections', (route) => route.abort());
    await again.getByRole('button', { name: '새 섹션으로 되살리기' }).click();
    await expect(again.getByText(/서버에 연결할 수 없어요/).first()).toBeVisible();
    await expect(again.getByText('지워진 섹션의 글이 이 기기에 남아 있어요')).toBeVisible();
    await again.unroute('**/sections');
  });

  await again.getByRole('button', { name: '새 섹션으로 되살리기' }).click();
  await expect(again.getByText('지워진 섹션의 글이 이 기기에 남아 있어요')).toBeHidden();
  await saved(again);
  const post = again.getByRole('main');
  for (const line of lines) await expect(post.getByText(line).first()).toBeVisible();
  await expect(post.getByAltText('구름 위 창가')).toBeVisible();

  const [revived] = (await api.drafts.get(draft.id)).sections;
  expect(revived?.kind).toBe('introduction');
  const stored = JSON.stringify(revived);
  for (const part of [...lines, '구름 위 창가', 'hardBreak', 'bulletList']) expect(stored).toContain(part);
});

import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { compose, expect, saved, test } from './support/admin.ts';

/** Presses Tab until the control is reached, as someone without a mouse does. */
async function tabTo(page: Page, name: RegExp | string, most = 80) {
  const passed: string[] = [];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      return (
        focused?.getAttribute('aria-label') ?? focused?.labels?.[0]?.textContent ?? focused?.textContent ?? ''
      );
    });
    passed.push(label.trim().slice(0, 30));
    if (typeof name === 'string' ? label.trim() === name : name.test(label.trim())) return;
  }
  throw new Error(`Tab never reached ${name}, but: ${passed.join(' → ')}`);
}

test('a posting is made, filled, ordered and published with the keyboard alone', async ({ page, api }) => {
  test.setTimeout(120_000);
  const title = `키보드로만 ${randomUUID().slice(0, 8)}`;
  await page.goto('/admin');
  await expect(page.getByRole('heading', { name: '공고', level: 1 })).toBeVisible();

  await test.step('skip to the content, then create', async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: '본문으로 건너뛰기' })).toBeFocused();
    await page.keyboard.press('Enter');
    await tabTo(page, '새 공고');
    await page.keyboard.press('Enter');
    const headline = page.getByRole('dialog').getByLabel('제목');
    if (!(await headline.evaluate((field) => field === document.activeElement))) await tabTo(page, '제목', 5);
    await compose(page, title);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: '제목', exact: true })).toHaveValue(title);
  });

  const addSection = async (kind: string) => {
    await tabTo(page, '섹션 추가');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    const item = page.getByRole('menuitem', { name: new RegExp(`^${kind}`) });
    const isThere = () => item.evaluate((one) => one === document.activeElement);
    for (let step = 0; step < 20 && !(await isThere()); step++) await page.keyboard.press('ArrowDown');
    await expect(item).toBeFocused();
    await page.keyboard.press('Enter');
  };

  await test.step('two sections', async () => {
    await addSection('맺음말');
    await expect(page.getByRole('textbox', { name: '본문' })).toBeFocused();
    await compose(page, '면접에서 만나요.');
    await page.keyboard.press('Control+s');
    await saved(page);
    await page.getByRole('main').focus();
    await page.keyboard.press('Shift+Tab');
    await addSection('소개');
    await expect(page.getByRole('textbox', { name: '본문' }).last()).toBeFocused();
    await compose(page, '안녕하세요.');
  });

  await test.step('move one up with its button', async () => {
    await page.getByRole('navigation', { name: '구성' }).getByRole('button', { name: '제목과 소개' }).focus();
    await tabTo(page, '소개 위로 옮기기');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: '섹션' }).getByRole('listitem').first()).toContainText(
      '소개',
    );
    await saved(page);
  });

  await test.step('pick it up and drop it lower', async () => {
    await page.getByRole('button', { name: '소개 끌어서 옮기기' }).focus();
    await page.keyboard.press('Space');
    await page.waitForTimeout(200);
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(200);
    await page.keyboard.press('Space');
    await expect(page.getByRole('list', { name: '섹션' }).getByRole('listitem').last()).toContainText('소개');
  });

  await test.step('delete and undo', async () => {
    await page.getByRole('main').focus();
    await tabTo(page, '맺음말 삭제');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article', { name: /맺음말/ })).toHaveCount(0);
    await page.keyboard.press('F6');
    await tabTo(page, '되돌리기', 6);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('article', { name: /맺음말/ })).toHaveCount(1);
  });

  await test.step('what is missing leads to its place', async () => {
    await page.getByRole('button', { name: '게시', exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '게시', exact: true });
    await expect(dialog.getByRole('heading', { name: '먼저 채워야 해요' })).toBeVisible();
    await expect(dialog.getByRole('button', { name: '게시하기' })).toBeDisabled();
    await tabTo(page, /^직무 이름 직무 이름을 적어 주세요/, 10);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: '직무 이름' })).toBeFocused();
    await compose(page, '백엔드 개발자');
    await page.keyboard.press('Control+s');
    await saved(page);
  });

  await test.step('publish', async () => {
    await page.getByRole('button', { name: '게시', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '게시하기' })).toBeEnabled();
    await tabTo(page, '게시하기', 20);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: '게시했어요' })).toBeVisible();
    await page.keyboard.press('Escape');
  });
  const made = (await api.drafts.list({ limit: 100 })).data.find((draft) => draft.title === title);
  expect(made).toMatchObject({ state: 'open', version: 1 });
  await api.drafts.withdraw(made?.id ?? ''); // other tests count what is live
});

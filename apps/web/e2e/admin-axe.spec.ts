import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { aDraft, expect, paragraphs, test } from './support/admin.ts';

// None of them needs another: whatever worker is free takes the next.
test.describe.configure({ mode: 'parallel' });

async function sound(page: Page) {
  // Not mid-way through a fade: half-shown text has half its contrast.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  // A menu floats at the end of the document, outside of its landmarks, while it is open.
  const menu = (await page.getByRole('menu').count()) > 0;
  const { violations } = await new AxeBuilder({ page })
    .disableRules(menu ? ['region'] : [])
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(' ')} — ${node.failureSummary}`).join('\n')}`,
  );
  expect(found.join('\n\n')).toBe('');
}

const screens = {
  postings: '/admin',
  images: '/admin/images',
  taxonomy: '/admin/taxonomy',
  accounts: '/admin/accounts',
  'API keys': '/admin/api-keys',
  'security log': '/admin/log',
  site: '/admin/settings',
  profile: '/admin/me',
  'nothing here': '/admin/no-such-screen',
};

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    for (const [name, path] of Object.entries(screens)) {
      test(`${name} is accessible`, async ({ page }) => {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        await expect(page.locator('main')).toBeVisible();
        await sound(page);
      });
    }

    test('the editor, its menus and its dialogs are accessible', async ({ page, api }) => {
      test.setTimeout(120_000);
      const draft = await aDraft(api, `접근성 ${colorScheme}`);
      const added = await api.drafts.addSection(draft.id, draft.outlineRevision, {
        kind: 'role',
        heading: '하는 일',
        content: { intro: '', body: paragraphs('주문을 받아요.') },
      });
      await api.drafts.addSection(draft.id, added.outline.revision, { kind: 'techStack', heading: '기술' });
      await page.goto(`/admin/postings/${draft.id}`);
      await expect(page.getByRole('article')).toHaveCount(2);
      await sound(page);

      await page.getByRole('article').first().hover();
      await page.getByRole('button', { name: '하는 일 편집' }).click();
      await expect(page.getByRole('textbox', { name: '본문' })).toBeFocused();
      await sound(page);

      await page.getByRole('main').getByRole('button', { name: '섹션 추가', exact: true }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await sound(page);
      await page.keyboard.press('Escape');

      for (const tab of ['사진', '준비', '기록']) {
        await page.getByRole('tab', { name: tab }).click();
        await page.waitForLoadState('networkidle');
        await sound(page);
      }
      await page.getByRole('button', { name: '게시', exact: true }).click();
      await expect(page.getByRole('dialog', { name: '게시', exact: true })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await sound(page);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: '미리 보기' }).click();
      await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
      await sound(page);
      await page.keyboard.press('Escape');

      await page.getByRole('button', { name: /표지 사진 고르기/ }).click();
      await expect(page.getByRole('dialog', { name: '사진 고르기' })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await sound(page);
    });

    test('the editor on a phone, with its drawers, is accessible', async ({ page, api }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      const draft = await aDraft(api, `전화 ${colorScheme}`);
      await page.goto(`/admin/postings/${draft.id}`);
      await page.getByRole('button', { name: '정보 열기' }).click();
      await expect(page.getByRole('dialog', { name: '정보' })).toBeVisible();
      await sound(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '구성 열기' }).click();
      await expect(page.getByRole('dialog', { name: '구성' })).toBeVisible();
      await sound(page);
    });

    test.describe('signed out', () => {
      test.use({ storageState: { cookies: [], origins: [] } });

      test('signing in is accessible', async ({ page }) => {
        await page.goto('/admin/sign-in');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await sound(page);
        await page.getByRole('button').last().click();
        await sound(page);
      });

      test('an invitation is accessible, and a link that does not count', async ({ page, api }) => {
        const email = `axe-${randomUUID().slice(0, 8)}@gonggo.example`;
        const { invitation } = await api.accounts.add({ email, name: '초대받은 사람', role: 'viewer' });
        await page.goto(invitation.url ?? '');
        await expect(page.getByLabel('이메일')).toHaveValue(email);
        await sound(page);
        await page.getByRole('button').last().click();
        await sound(page);
        await page.goto(`/admin/invitation#${'x'.repeat(43)}`);
        await expect(page.getByText('이미 쓴 링크이거나')).toBeVisible();
        await sound(page);
      });
    });
  });
}

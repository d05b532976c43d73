import { aDraft, expect, paragraphs, test } from './support/admin.ts';
import { secondInstallation } from './support/second-installation.ts';
import type { Page } from '@playwright/test';

/** The names under which this page keeps something in the browser, or may: whatever could meet on one address. */
const namesOf = (page: Page) =>
  page.evaluate(async () => ({
    entries: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    locks: ((await navigator.locks.query()).held ?? []).map(({ name }) => name ?? ''),
  }));

test('two installations in one browser share no session and nothing that is kept', async ({ page, api }) => {
  test.setTimeout(120_000);
  const second = await secondInstallation();
  try {
    const draft = await aDraft(api, '첫 번째 회사의 공고');
    await api.drafts.addSection(draft.id, draft.outlineRevision, {
      kind: 'closing',
      content: { intro: '', body: paragraphs('첫 번째') },
    });
    await page.goto(`/admin/postings/${draft.id}`);
    await expect(page.getByRole('article', { name: /맺음말/ })).toBeVisible();

    const other = await page.context().newPage();
    await other.goto(`${second.url}/admin`);
    await other.getByLabel('이메일').fill(second.owner.email);
    await other.getByLabel('비밀번호').fill(second.owner.password);
    await other.getByRole('button', { name: '로그인', exact: true }).click();
    await expect(other.getByText('새 공고').first()).toBeVisible();
    const theirDraft = await other.evaluate(async () => {
      const reply = await fetch('/api/v1/drafts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ title: '두 번째 회사의 공고' }),
      });
      return ((await reply.json()) as { id: string }).id;
    });
    await other.goto(`${second.url}/admin/postings/${theirDraft}`);
    await expect(other.getByText('두 번째 회사의 공고').first()).toBeVisible();

    await page.reload();
    await expect(page.getByRole('article', { name: /맺음말/ })).toBeVisible();
    await expect.poll(async () => (await namesOf(other)).locks).not.toEqual([]);
    const [ours, theirs] = [await namesOf(page), await namesOf(other)];
    expect(ours.databases).not.toEqual([]);
    expect(ours.locks).not.toEqual([]);
    // Storage is given to whatever listens at an address next: no name may be another installation's, too.
    for (const kind of ['entries', 'databases', 'locks'] as const) {
      const shared = ours[kind].filter((name) => theirs[kind].includes(name));
      expect([kind, shared]).toEqual([kind, []]);
    }
    // Cookies are given to every port of a host: signing out of one must leave the other's.
    const signedOut = await other.evaluate(
      async () => (await fetch('/api/v1/sessions/current', { method: 'DELETE' })).status,
    );
    expect(signedOut).toBe(204);
    await page.reload();
    await expect(page.getByRole('article', { name: /맺음말/ })).toBeVisible();
  } finally {
    await second.stop();
  }
});

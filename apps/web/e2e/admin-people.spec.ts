import { randomUUID } from 'node:crypto';
import { createClient } from '@gonggo/contract/client';
import { aDraft, aPerson, expect, siteUrl, test, totp } from './support/admin.ts';

test('somebody is invited, sets a password, signs in as an author and finds what authors may do', async ({
  page,
  api,
  openAdmin,
}) => {
  const email = `new-${randomUUID().slice(0, 8)}@gonggo.example`;
  const draft = await aDraft(api, '남의 글');
  await page.goto('/admin/accounts');
  await page.getByRole('button', { name: '사람 초대' }).click();
  const invite = page.getByRole('dialog', { name: '사람 초대' });
  await invite.getByRole('button', { name: '사람 초대' }).click();
  await expect(invite.getByText('꼭 적어 주세요')).toHaveCount(2);
  await invite.getByLabel('이메일').fill(email);
  await invite.getByLabel('이름').fill('새 동료');
  await invite.getByLabel('권한').selectOption({ label: '작성자' });
  await invite.getByRole('button', { name: '사람 초대' }).click();
  const link = await page.getByRole('textbox', { name: '초대 링크' }).inputValue();
  await page.getByRole('button', { name: '완료' }).click();

  const guest = await openAdmin({ storageState: { cookies: [], origins: [] } });
  await guest.goto(link);
  const { siteName } = await api.settings.get();
  await expect(guest.getByText(`${siteName}의 공고 관리에 초대했어요`)).toBeVisible();
  await expect(guest.getByLabel('이메일')).toHaveValue(email);
  await expect(guest.getByText('작성자')).toBeVisible();
  await guest.getByLabel('새 비밀번호').fill('짧아요');
  await guest.getByRole('button', { name: '비밀번호 정하기' }).click();
  await expect(guest.getByText('10자보다 짧아요')).toBeVisible();
  await guest.getByLabel('새 비밀번호').fill('충분히 긴 비밀번호예요');
  await guest.getByRole('button', { name: '비밀번호 정하기' }).click();
  await expect(guest.getByText('비밀번호를 정했어요')).toBeVisible();
  await test.step('the link had its use: it says so before anything is typed', async () => {
    await guest.reload();
    await expect(guest.getByText('이미 쓴 링크이거나')).toBeVisible();
    await expect(guest.getByLabel('새 비밀번호')).toHaveCount(0);
  });
  await guest.getByRole('link', { name: '로그인하러 가기' }).click();
  await guest.getByLabel('이메일').fill(email);
  await guest.getByLabel('비밀번호').fill('충분히 긴 비밀번호예요');
  await guest.getByRole('button', { name: '로그인' }).click();

  const nav = guest.getByRole('navigation', { name: '관리' });
  await expect(nav.getByRole('link', { name: '사진' })).toBeVisible();
  for (const name of ['계정', 'API 키', '사이트'])
    await expect(nav.getByRole('link', { name, exact: true })).toHaveCount(0);
  await guest.goto(`/admin/postings/${draft.id}`);
  await expect(guest.getByText('읽기만 할 수 있어요')).toBeVisible();
  await expect(guest.getByRole('textbox', { name: '제목', exact: true })).toBeDisabled();
  await expect(guest.getByRole('button', { name: '게시', exact: true })).toHaveCount(0);

  await test.step('locked, they are out at once', async () => {
    await page
      .getByRole('listitem')
      .filter({ hasText: email })
      .getByRole('button', { name: '잠그기' })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: '잠그기' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText('잠김');
    await guest.goto('/admin');
    await guest.waitForURL(/sign-in/);
  });
});

test('an API key is shown once, works, and stops when it is revoked', async ({ page }) => {
  const name = `수집기 ${randomUUID().slice(0, 8)}`;
  await page.goto('/admin/api-keys');
  await page.getByRole('button', { name: '새 키' }).click();
  const dialog = page.getByRole('dialog', { name: '새 키' });
  await dialog.getByLabel('이름').fill(name);
  await dialog.getByLabel('초안 읽기').check();
  await dialog.getByRole('button', { name: '만들기' }).click();
  const apiKey = await page.getByRole('textbox', { name: 'API 키' }).inputValue();
  await page.getByRole('button', { name: '완료' }).click();
  const program = createClient({ baseUrl: siteUrl, apiKey });
  expect((await program.drafts.list()).data).toBeInstanceOf(Array);

  await page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: /폐기/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '폐기' }).click();
  await expect(page.getByText('키를 폐기했어요')).toBeVisible(); // what is behind the dialog has no roles until then
  await expect(page.getByRole('listitem').filter({ hasText: name })).toHaveCount(0);
  await expect(program.drafts.list()).rejects.toMatchObject({ status: 401 });
});

test.describe('one’s own account', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('two-step sign-in is set up with a code and asked for at the next sign-in', async ({ page, api }) => {
    const { email, password } = await aPerson(api, 'author');
    const signIn = async () => {
      await page.getByLabel('이메일').fill(email);
      await page.getByLabel('비밀번호').fill(password);
      await page.getByRole('button', { name: '로그인', exact: true }).click();
    };
    await page.goto('/admin/sign-in?next=/admin/me');
    await signIn();
    await page.getByRole('button', { name: '켜기' }).click();
    const dialog = page.getByRole('dialog', { name: '2단계 인증' });
    await dialog.getByLabel('지금 비밀번호').fill(password);
    await dialog.getByRole('button', { name: '다음' }).click();
    await expect(dialog.getByRole('img', { name: '2단계 인증 QR 코드' })).toBeVisible();
    const secret = (await dialog.locator('.a-secret').textContent()) ?? '';
    await dialog.getByLabel('앱에 나온 여섯 자리 숫자').fill('000000');
    await dialog.getByRole('button', { name: '확인하고 켜기' }).click();
    await expect(dialog.getByRole('alert')).toContainText('숫자가 맞지 않아요');
    await dialog.getByLabel('앱에 나온 여섯 자리 숫자').fill(totp(secret));
    await dialog.getByRole('button', { name: '확인하고 켜기' }).click();
    const shown = page.getByRole('dialog', { name: '복구 코드를 보관해 주세요' }).getByRole('listitem');
    await expect(shown.first()).toBeVisible();
    const codes = await shown.allTextContents();
    expect(codes.length).toBeGreaterThanOrEqual(8);
    await page.getByRole('button', { name: '보관했어요' }).click();
    await expect(page.getByText(/켜져 있어요/)).toBeVisible();

    await page.getByRole('button', { name: /author 사람/ }).click();
    await page.getByRole('menuitem', { name: '로그아웃' }).click();
    await page.waitForURL(/sign-in/);
    await signIn();
    await page.getByLabel('인증 코드').fill('000000');
    await page.getByRole('button', { name: '로그인', exact: true }).click();
    await expect(page.getByText('코드가 맞지 않아요')).toBeVisible();
    await page.getByLabel('인증 코드').fill(codes[0] ?? '');
    await page.getByRole('button', { name: '로그인', exact: true }).click();
    await expect(page.getByRole('heading', { name: '공고', level: 1 })).toBeVisible();
  });

  test('speaks English when one chooses so, and remembers it', async ({ page, api }) => {
    const { email, password } = await aPerson(api, 'viewer');
    await page.request.post('/api/v1/sessions', { data: { email, password }, headers: { origin: siteUrl } });
    await page.goto('/admin/me');
    await page.getByLabel('관리 화면 언어').selectOption('en');
    await page.getByRole('button', { name: '저장' }).click();
    await expect(page.getByRole('heading', { name: 'My profile' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'My profile' })).toBeVisible();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

test('a new word of the vocabulary can be chosen in a posting at once', async ({ page, api }) => {
  const team = `새벽팀 ${randomUUID().slice(0, 6)}`;
  const draft = await aDraft(api, '분류');
  await page.goto('/admin/taxonomy');
  await page.getByRole('button', { name: '팀 추가' }).click();
  await page.getByRole('dialog').getByLabel('한국어 이름').fill(team);
  await page.getByRole('dialog').getByRole('button', { name: '저장' }).click();
  await expect(page.getByText(team)).toBeVisible();
  await page.goto(`/admin/postings/${draft.id}`);
  await page.getByRole('complementary').getByLabel('팀').selectOption({ label: team });
  await expect.poll(async () => (await api.drafts.get(draft.id)).facts.team).toContain('새벽팀');
});

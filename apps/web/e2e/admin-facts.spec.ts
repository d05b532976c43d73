import { aDraft, aPerson, expect, owner, paragraphs, saved, siteUrl, test } from './support/admin.ts';

const inspector = (page: import('@playwright/test').Page) =>
  page.getByRole('complementary', { name: '정보' });

test('pay is read as people write it; what is not understood is neither saved nor lost', async ({
  page,
  api,
}) => {
  const draft = await aDraft(api, '급여를 적는 공고');
  await page.goto(`/admin/postings/${draft.id}`);
  const pay = inspector(page).getByRole('group', { name: '급여 (세전)' });
  const least = pay.getByLabel('최소');

  await least.fill('6000만');
  await least.press('Tab');
  await expect(least).toHaveValue('60,000,000');
  await expect(pay.getByText('연봉 6,000만 원 이상')).toBeVisible();
  await saved(page);
  expect((await api.drafts.get(draft.id)).facts.pay).toMatchObject({ min: 60_000_000, unit: 'YEAR' });

  await least.fill('협의');
  await least.press('Tab');
  await expect(least).toHaveAttribute('aria-invalid', 'true');
  await expect(least).toHaveAccessibleDescription(/6000만이나 60,000,000처럼/);
  await expect(least).toHaveValue('협의');
  const state = page.getByRole('button', { name: '저장 상태: 저장 안 됨: 급여' });
  await expect(state).toBeVisible();

  await inspector(page).getByRole('tab', { name: /^준비/ }).click();
  const finding = inspector(page).getByRole('button', { name: /^급여 적은 값을 저장하지 못했어요/ });
  await expect(finding).toBeVisible();
  await expect(inspector(page).getByText('급여가 없어요')).toHaveCount(0);
  await expect(inspector(page).getByRole('tab', { name: /꼭 고칠 것 \d+개 살펴볼 것 \d+개/ })).toBeVisible();
  await finding.click();
  await expect(least).toBeFocused();

  await page.getByRole('button', { name: '게시', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '게시', exact: true });
  await expect(dialog.getByRole('button', { name: /^급여/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: '게시하기' })).toBeDisabled();
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: '공고 목록으로' }).click();
  await page.getByRole('link', { name: draft.facts.title }).click();
  await expect(least).toHaveValue('협의');
  await least.fill('');
  await least.press('Tab');
  await saved(page);
  expect((await api.drafts.get(draft.id)).facts.pay).toBeNull();
});

test('an address to apply at may be a bare one, a country a name, half a date is no date', async ({
  page,
  api,
}) => {
  const draft = await aDraft(api, '지원 주소를 적는 공고');
  await page.goto(`/admin/postings/${draft.id}`);
  const address = inspector(page).getByLabel('지원 주소');
  await address.fill('jobs@gonggo.example');
  await address.press('Tab');
  await expect(address).toHaveValue('mailto:jobs@gonggo.example');
  const country = inspector(page).getByLabel('나라');
  await country.fill('일본');
  await country.press('Tab');
  await expect(country).toHaveValue('JP');
  await expect(inspector(page).getByLabel('지역')).toBeFocused();
  await saved(page);

  const closing = inspector(page).getByLabel('마감', { exact: true });
  await closing.focus();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Shift+Tab');
  await expect(closing).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('button', { name: '저장 상태: 저장 안 됨: 마감' })).toBeVisible();
  expect((await api.drafts.get(draft.id)).facts).toMatchObject({
    applyUrl: 'mailto:jobs@gonggo.example',
    locations: [{ country: 'JP' }],
    closesAt: draft.facts.closesAt,
  });
});

test('a new section begins where there is something to write, and folds the one before', async ({
  page,
  api,
}) => {
  const draft = await aDraft(api, '섹션을 여는 공고');
  await page.goto(`/admin/postings/${draft.id}`);
  const add = async (kind: RegExp) => {
    await page.getByRole('main').getByRole('button', { name: '섹션 추가', exact: true }).click();
    await page.getByRole('menuitem', { name: kind }).click();
  };
  await add(/^채용 절차/);
  await expect(page.getByRole('textbox', { name: '단계 이름' })).toBeFocused();
  await page.keyboard.type('서류');
  await add(/^기술 스택/);
  await expect(page.getByRole('textbox', { name: '묶음 이름' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: '단계 이름' })).toHaveCount(0);
  await expect(page.getByRole('article', { name: /채용 절차/ })).toContainText('서류');
  await saved(page);

  await inspector(page).getByRole('tab', { name: /^준비/ }).click();
  await inspector(page)
    .getByRole('button', { name: /^기술 스택 빈 섹션이에요/ })
    .click();
  await expect(page.getByRole('textbox', { name: '묶음 이름' })).toBeFocused();
  await inspector(page)
    .getByRole('button', { name: /^구성 지원 섹션이 없어요/ })
    .click();
  await expect(page.getByRole('main').getByRole('button', { name: '섹션 추가', exact: true })).toBeFocused();
});

test('a byline without a face leads to the profile', async ({ page, api }) => {
  const { id, revision } = await aDraft(api, '얼굴 없는 공고');
  await api.drafts.change(id, revision, {
    authors: [{ accountId: null, name: 'owner', role: '', avatar: null }],
  });
  await page.goto(`/admin/postings/${id}`);
  await inspector(page).getByRole('tab', { name: /^준비/ }).click();
  await expect(inspector(page).getByRole('button', { name: /^글쓴이 ‘owner’ 님으로 보여요/ })).toBeVisible();
  await inspector(page).getByRole('link', { name: '프로필 고치기' }).first().click();
  await expect(page.getByRole('heading', { name: '내 정보' })).toBeVisible();
});

test('a withdrawn posting can be deleted, a live one says why not; its page is where it was published', async ({
  page,
  api,
}) => {
  const draft = await aDraft(api, '내렸다 지우는 공고');
  await api.drafts.addSection(draft.id, draft.outlineRevision, {
    kind: 'text',
    content: { intro: '', body: paragraphs('읽을 내용') },
  });
  const { url } = await api.drafts.publish(draft.id);
  const { revision } = await api.drafts.get(draft.id);
  await api.drafts.change(draft.id, revision, { slug: `${draft.facts.slug}-옮김` });
  await page.goto(`/admin/postings/${draft.id}`);
  const menu = page.getByRole('button', { name: '이 공고로 할 일' });

  await menu.click();
  await expect(page.getByRole('menuitem', { name: '공고 삭제' })).toBeDisabled();
  await expect(page.getByText('독자에게 보이는 글이에요. 먼저 내려 주세요')).toBeVisible();
  const opened = page.waitForEvent('popup');
  await page.getByRole('menuitem', { name: '게시된 글 보기' }).click();
  const post = await opened;
  await post.waitForLoadState();
  expect(decodeURI(post.url())).toBe(decodeURI(url ?? ''));
  await post.close();

  await api.drafts.withdraw(draft.id);
  await page.reload();
  await menu.click();
  await page.getByRole('menuitem', { name: '공고 삭제' }).click();
  const dialog = page.getByRole('dialog', { name: '이 공고를 지울까요?' });
  await expect(dialog).toContainText('게시 기록도 여기서 더 볼 수 없어요');
  await dialog.getByRole('button', { name: '공고 삭제' }).click();
  await expect(page).toHaveURL(/\/admin$/);
  expect((await fetch(url ?? '')).status).toBe(410);
});

test.describe('in an English browser', () => {
  test.use({ storageState: { cookies: [], origins: [] }, locale: 'en-GB' });

  test('a first sign-in leaves the language of its page, and saving a profile chooses none', async ({
    page,
    api,
  }) => {
    await page.goto('/admin/sign-in');
    await page.getByLabel('Email').fill(owner.email);
    await page.getByLabel('Password').fill(owner.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Postings', level: 1 })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Postings', level: 1 })).toBeVisible();
    await page.goto('/admin/api-keys');
    await page.getByRole('button', { name: 'New key' }).click();
    await expect(page.getByRole('checkbox', { name: 'drafts:write' })).toBeVisible();

    await page.goto('/admin/me');
    const profile = page.getByRole('region', { name: 'Profile' });
    await profile.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();
    expect((await api.me.get()).language).toBe('ko');
  });
});

test.describe('in a browser of nobody yet', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("the account's language counts, unless one is chosen by hand", async ({ page, api }) => {
    const { email, password } = await aPerson(api, 'author');
    const signIn = async (words: { email: string; password: string; submit: string }) => {
      await page.getByLabel(words.email).fill(email);
      await page.getByLabel(words.password).fill(password);
      await page.getByRole('button', { name: words.submit, exact: true }).click();
    };
    const korean = { email: '이메일', password: '비밀번호', submit: '로그인' };
    await page.goto('/admin/sign-in');
    await signIn(korean);
    await expect(page.getByRole('heading', { name: '공고', level: 1 })).toBeVisible();
    const changed = await page.request.patch('/api/v1/me', {
      data: { language: 'en' },
      headers: { origin: siteUrl },
    });
    expect(changed.ok()).toBe(true);
    await page.context().clearCookies();

    await page.goto('/admin/sign-in');
    await signIn(korean);
    await expect(page.getByRole('heading', { name: 'Postings', level: 1 })).toBeVisible();
    await page.context().clearCookies();

    await page.goto('/admin/sign-in');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ko');
    await signIn(korean);
    await expect(page.getByRole('heading', { name: '공고', level: 1 })).toBeVisible();
  });
});

test('on a phone the bar says the state and how saving goes', async ({ openAdmin, api }) => {
  const draft = await aDraft(api, '휴대폰에서 고치는 공고');
  const page = await openAdmin({ viewport: { width: 390, height: 844 } });
  await page.goto(`/admin/postings/${draft.id}`);
  await expect(page.getByRole('banner').getByText('초안', { exact: true })).toBeInViewport();
  await expect(page.getByRole('button', { name: /^저장 상태: 저장했어요/ })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

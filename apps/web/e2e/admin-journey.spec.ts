import { randomUUID } from 'node:crypto';
import { createClient } from '@gonggo/contract/client';
import { compose, expect, owner, saved, siteUrl, test } from './support/admin.ts';
import { pixels } from './support/picture.ts';

test.describe('from signing in to a published post, and back', () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test('writes, composes, adds a picture, publishes, edits, publishes again and withdraws', async ({
    page,
    browser,
  }) => {
    test.setTimeout(120_000);
    const title = `새벽을 여는 사람들 ${randomUUID().slice(0, 8)}`;
    const reader = createClient({ baseUrl: siteUrl });

    await test.step('sign in', async () => {
      await page.goto('/admin');
      await page.waitForURL(/sign-in/);
      await page.getByLabel('이메일').fill(owner.email);
      await page.getByLabel('비밀번호').fill('틀린 비밀번호예요');
      await page.getByRole('button', { name: '로그인' }).click();
      await expect(page.getByRole('alert').filter({ hasText: '맞지 않아요' })).toBeVisible();
      await page.getByLabel('비밀번호').fill(owner.password);
      await page.getByLabel('비밀번호').press('Enter');
      await expect(page.getByRole('heading', { name: '공고', level: 1 })).toBeVisible();
    });

    await test.step('a new posting', async () => {
      await page.getByRole('button', { name: '새 공고' }).first().click();
      const dialog = page.getByRole('dialog', { name: '새 공고' });
      await dialog.getByLabel('제목').focus();
      await compose(page, title);
      await dialog.getByLabel('직무 이름').fill('백엔드 개발자 (Node.js)');
      await dialog.getByRole('button', { name: '쓰기 시작' }).click();
      await expect(page.getByRole('textbox', { name: '제목', exact: true })).toHaveValue(title);
    });

    const addSection = async (kind: RegExp) => {
      await page.getByRole('main').getByRole('button', { name: '섹션 추가', exact: true }).click();
      await page.getByRole('menuitem', { name: kind }).click();
    };

    await test.step('an introduction, composed', async () => {
      await addSection(/^소개/);
      const text = page.getByRole('textbox', { name: '본문' });
      await expect(text).toBeFocused();
      await compose(page, '안녕하세요, 새벽 팀을 소개할게요.');
      await page.keyboard.press('Enter');
      await compose(page, '값진 일을 함께 해요.');
      await expect(text.locator('p')).toHaveText([
        '안녕하세요, 새벽 팀을 소개할게요.',
        '값진 일을 함께 해요.',
      ]);
    });

    await test.step('a picture with its words', async () => {
      await page.getByRole('button', { name: '블록 넣기' }).click();
      await page.getByRole('menuitem', { name: '사진', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: '사진 고르기' });
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: '창가.png', mimeType: 'image/png', buffer: pixels(640, 400) });
      await expect(dialog).toBeHidden({ timeout: 20_000 });
      await page.getByLabel('사진 설명').fill('해 뜨는 창가의 책상');
      await page.getByLabel('사진 아래 글').fill('우리 팀의 아침');
      await page.getByLabel('출처', { exact: true }).fill('새벽 사진관');
      await saved(page);
      await page.getByRole('button', { name: '소개 접기' }).click();
    });

    await test.step('qualifications and an apply button', async () => {
      await addSection(/^자격 요건/);
      await page.getByLabel('들어가는 말').fill('모두 갖출 필요는 없어요');
      await page.getByRole('textbox', { name: '본문' }).click();
      await compose(page, 'Node.js를 삼 년쯤 써 봤어요');
      await addSection(/^지원하기/);
      await page.getByLabel('버튼에 쓸 말').fill('새벽 팀에 지원하기');
    });

    await test.step('facts', async () => {
      const facts = page.getByRole('complementary', { name: '정보' });
      await page.getByRole('textbox', { name: '한두 문장 요약' }).fill('밤에도 주문을 놓치지 않는 팀이에요.');
      await facts.getByLabel('고용 형태').selectOption({ label: '정규직' });
      await facts.getByRole('button', { name: '근무지 추가' }).click();
      await facts.getByLabel('지역').fill('서울');
      await facts.getByLabel('도시').fill('성동구');
      await facts.getByLabel('지원 주소').fill('https://jobs.gonggo.example/dawn');
      await facts.getByLabel('마감', { exact: true }).fill('2099-12-31T23:59');
      await saved(page);
    });

    const publish = async () => {
      await page.getByRole('button', { name: '게시', exact: true }).click();
      const dialog = page.getByRole('dialog', { name: '게시', exact: true });
      await dialog.getByRole('button', { name: '게시하기' }).click();
      const done = page.getByRole('dialog', { name: '게시했어요' });
      const address = await done.getByRole('textbox', { name: '주소 복사' }).inputValue();
      await done.getByRole('button', { name: '닫기' }).last().click();
      return address;
    };

    const address = await test.step('publish', publish);
    const slug = decodeURIComponent(address.split('/').at(-1) ?? '');

    const written = [
      title,
      '안녕하세요, 새벽 팀을 소개할게요.',
      '값진 일을 함께 해요.',
      '해 뜨는 창가의 책상',
      '우리 팀의 아침',
      '새벽 사진관',
      '모두 갖출 필요는 없어요',
      'Node.js를 삼 년쯤 써 봤어요',
      '새벽 팀에 지원하기',
    ];
    const missingIn = (text: string) => written.filter((words) => !text.includes(words));
    /** Markdown may escape what looks like its own marks. */
    const unescaped = (text: string) => text.replaceAll(/\\([\p{P}\p{S}])/gu, '$1');
    const posting = `${siteUrl}/api/v1/postings/${encodeURIComponent(slug)}`;

    await test.step('every form of the API has every word', async () => {
      expect(missingIn(JSON.stringify(await reader.postings.get(slug)))).toEqual([]);
      for (const format of ['html', 'markdown', 'text'] as const)
        expect([format, missingIn(unescaped(await reader.postings.text(slug, format)))]).toEqual([
          format,
          [],
        ]);
    });
    const firstTag = (await fetch(posting)).headers.get('etag');

    await test.step('a reader without scripts sees every word', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const post = await context.newPage();
      await post.goto(address);
      for (const words of written.filter((one) => one !== '해 뜨는 창가의 책상')) {
        await expect(post.getByText(words).first()).toBeVisible();
      }
      await expect(post.getByAltText('해 뜨는 창가의 책상')).toBeVisible();
      await context.close();
    });

    await test.step('an edit changes nothing for readers until it is published', async () => {
      await page.getByRole('article', { name: /소개/ }).hover();
      await page.getByRole('button', { name: '소개 편집' }).click();
      await expect(page.getByRole('textbox', { name: '본문' }).first()).toBeFocused();
      await page.keyboard.press('Control+End');
      await compose(page, '고친 뒤에요.');
      await page.keyboard.press('Control+s');
      await saved(page);
      expect(JSON.stringify(await reader.postings.get(slug))).not.toContain('고친 뒤에요.');
      await expect(page.getByText('고친 뒤 게시하지 않음')).toBeVisible();

      await page.getByRole('button', { name: '게시', exact: true }).click();
      await expect(
        page.getByRole('dialog', { name: '게시', exact: true }).getByText('고침: 소개'),
      ).toBeVisible();
      await page.keyboard.press('Escape');
      await publish();
      expect(await reader.postings.get(slug)).toMatchObject({ version: 2 });
      const secondTag = (await fetch(posting)).headers.get('etag');
      expect(firstTag).toMatch(/^"/);
      expect(secondTag).not.toBe(firstTag);
      expect(JSON.stringify(await reader.postings.get(slug))).toContain('고친 뒤에요.');
    });

    await test.step('withdraw', async () => {
      const surfaces = [address, '/api/v1/postings?limit=100', '/', '/feed.xml', '/sitemap.xml'];
      const isGone = async (path: string) => {
        const reply = await fetch(new URL(path, siteUrl));
        const text = await reply.text();
        if (path === address) return reply.status === 410;
        return reply.ok && ![title, slug, encodeURIComponent(slug)].some((one) => text.includes(one));
      };
      // Every one is asked for before, too: what is kept of it has to go.
      for (const path of surfaces) expect([path, await isGone(path)]).toEqual([path, false]);

      await page.getByRole('button', { name: '이 공고로 할 일' }).click();
      await page.getByRole('menuitem', { name: '내리기' }).click();
      const answered = page
        .waitForResponse((reply) => reply.url().endsWith('/withdraw'))
        .then(() => Date.now());
      await page
        .getByRole('dialog', { name: '이 글을 내릴까요?' })
        .getByRole('button', { name: '내리기' })
        .click();
      const withdrawnAt = await answered;
      /*
       * Asked again and again for a second; what counts is an answer's beginning, so that a machine that is busy
       * making five pages at once doesn't fail it. Pages kept from before would stay far longer than that.
       */
      const goneInTime = async (path: string) => {
        let asked: number;
        do {
          asked = Date.now();
          if (await isGone(path)) return true;
        } while (asked - withdrawnAt < 1_000);
        return false;
      };
      const gone = await Promise.all(surfaces.map(async (path) => [path, await goneInTime(path)]));
      expect(gone.filter(([, inTime]) => !inTime)).toEqual([]);
      await expect(page.getByText('글을 내렸어요')).toBeVisible();
    });
  });
});

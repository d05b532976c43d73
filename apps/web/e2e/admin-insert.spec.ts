import { pixels } from './support/picture.ts';
import { aDraft, compose, expect, saved, test } from './support/admin.ts';

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const bullets = (...lines: string[]) => ({
  type: 'bulletList',
  content: lines.map((text) => ({ type: 'listItem', content: [line(text)] })),
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a picture is put into a list by touch, and what is composed next stands below it', async ({
    page,
    api,
  }) => {
    const alt = `해 뜨는 창가 ${Date.now()}`;
    await api.images.upload(new Blob([new Uint8Array(pixels(640, 400))], { type: 'image/png' }), '창가.png', {
      alt,
    });
    const draft = await aDraft(api, '목록에 사진을 넣는 공고');
    const body = { version: 1 as const, doc: { type: 'doc' as const, content: [bullets('하나', '둘')] } };
    const { section } = await api.drafts.addSection(draft.id, draft.outlineRevision, {
      kind: 'closing',
      content: { intro: '', body },
    });
    await page.goto(`/admin/postings/${draft.id}`);
    await page.getByRole('button', { name: '맺음말 편집' }).tap();
    const text = page.getByRole('textbox', { name: '본문' });
    await text.getByText('하나').tap();
    await page.keyboard.press('End');

    await page.getByRole('button', { name: '블록 넣기' }).tap();
    const picture = page.getByRole('menuitem', { name: '사진', exact: true });
    await expect(picture).toBeInViewport({ ratio: 1 });
    await picture.tap();
    await page
      .getByRole('dialog', { name: '사진 고르기' })
      .getByRole('button', { name: new RegExp(alt) })
      .tap();
    await expect(text).toBeFocused();
    await compose(page, '한 줄');
    await saved(page);

    const { content } = await api.drafts.getSection(draft.id, section.id);
    expect(content).toMatchObject({
      body: {
        doc: { content: [bullets('하나'), { type: 'image' }, line('한 줄'), bullets('둘')] },
      },
    });
  });
});

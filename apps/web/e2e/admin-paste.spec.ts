import { aDraft, expect, saved, test } from './support/admin.ts';

test('what Google Docs copies keeps what is bold, and only that; the policy has nothing to refuse', async ({
  page,
  api,
}) => {
  const draft = await aDraft(api, '붙여 넣는 공고');
  const { section } = await api.drafts.addSection(draft.id, draft.outlineRevision, { kind: 'closing' });
  await page.goto(`/admin/postings/${draft.id}`);
  await page.getByRole('button', { name: '맺음말 편집' }).press('Enter');
  const text = page.getByRole('textbox', { name: '본문' });
  await text.evaluate((element) => {
    const clipboardData = new DataTransfer();
    const html =
      '<style>p { color: red }</style><b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">보통 </span><span style="font-weight:700">굵게</span></p></b>';
    clipboardData.setData('text/html', html);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(text.locator('strong')).toHaveText('굵게');
  await saved(page);
  const { content } = await api.drafts.getSection(draft.id, section.id);
  expect(JSON.stringify(content).match(/"bold"/g)).toHaveLength(1);
});

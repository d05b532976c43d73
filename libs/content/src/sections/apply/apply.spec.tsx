import { expect, test } from '@jest/globals';
import { applyStateOf, keptApplyStateOf } from '../../outputs/section.tsx';
import { outputsOf } from '../../testing/outputs.tsx';
import { aPosting } from '../../testing/posting.ts';

const content = { label: '', note: '경력기술서만 보내 주세요.', url: null, sticky: true };
const open = {
  url: 'https://apply.example.com/1',
  closed: false,
  opensAt: null,
  waiting: false,
  closesAt: '2026-12-31T14:59:00Z',
  zone: 'Asia/Seoul',
};

test('one link leads to the address of the section, or else of the posting', () => {
  expect(outputsOf('apply', content, { apply: open })).toEqual({
    html: '<div class="g-apply"><p><a class="g-apply-link" href="https://apply.example.com/1" rel="noopener">지원하기</a></p><p class="g-apply-note">경력기술서만 보내 주세요.</p></div>',
    feed: '<div class="g-apply"><p><a class="g-apply-link" href="https://apply.example.com/1" rel="noopener">지원하기</a></p><p class="g-apply-note">경력기술서만 보내 주세요.</p></div>',
    markdown: '[지원하기](https://apply.example.com/1)\n\n경력기술서만 보내 주세요.',
    text: '지원하기: https://apply.example.com/1\n\n경력기술서만 보내 주세요.',
  });
  const own = outputsOf(
    'apply',
    { ...content, label: '메일로', url: 'mailto:jobs@example.com' },
    { apply: open },
  );
  expect(own.html).toContain('href="mailto:jobs@example.com"');
  expect(own.html).toContain('>메일로</a>');
});

test('a closed posting leads nowhere, in any form, and says when it closed', () => {
  const outputs = Object.values(
    outputsOf('apply', { ...content, url: 'https://x.example.com' }, { apply: { ...open, closed: true } }),
  );

  for (const output of outputs) {
    expect(output).toContain('2026년 12월 31일 (목) 23:59에 마감했어요.');
    expect(output).not.toMatch(/example\.com|href/);
  }
});

test('where there is no address, the words stay', () => {
  const { html, text } = outputsOf('apply', { ...content, label: '곧 열려요' });
  expect(html).not.toContain('<a');
  expect(html).toContain('곧 열려요');
  expect(text).toContain('곧 열려요');
});

const opening = '2026-12-01T00:00:00Z';
const soon = aPosting({ facts: { ...aPosting().facts, opensAt: opening } });
const words = '2026년 12월 1일 (화) 09:00부터 지원할 수 있어요.';

test('before the opening a page says from when on, without a link; from then on it has the link alone', () => {
  const before = outputsOf('apply', content, { apply: applyStateOf(soon, Date.parse(opening) - 1) });
  expect(before.html).toContain(`<p class="g-opening">${words}</p>`);
  expect(before.html).not.toContain('href');
  expect(before.html).toContain(content.note);

  const after = outputsOf('apply', content, { apply: applyStateOf(soon, Date.parse(opening)) });
  expect(after.html).toContain('href="https://apply.example.com/1"');
  expect(after.html).not.toContain('부터');
});

test('a text that is kept says from when on beside its link, and nothing of an opening before its publication', () => {
  const { html, feed, markdown, text } = outputsOf('apply', content, { apply: keptApplyStateOf(soon) });
  for (const output of [html, feed, markdown, text]) {
    expect(output).toContain(words);
    expect(output).toContain('https://apply.example.com/1');
  }
  expect(outputsOf('apply', content, { apply: keptApplyStateOf(soon), locale: 'en' }).text).toContain(
    'Apply from Tue 1 Dec 2026, 09:00 KST.',
  );
  expect(outputsOf('apply', content, { apply: keptApplyStateOf(aPosting()) }).text).not.toContain('부터');
});

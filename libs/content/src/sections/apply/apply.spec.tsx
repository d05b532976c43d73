import { expect, test } from '@jest/globals';
import { outputsOf } from '../../testing/outputs.tsx';

const content = { label: '', note: '경력기술서만 보내 주세요.', url: null, sticky: true };
const open = {
  url: 'https://apply.example.com/1',
  closed: false,
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

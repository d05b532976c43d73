import { expect, test } from '@jest/globals';
import { outputsOf } from '../../testing/outputs.tsx';

test('facts are terms and values with the day on which they were true', () => {
  const content = { asOf: '2026-11-01', items: [{ label: '팀원', value: '8명' }] };

  const { html, markdown, text } = outputsOf('teamFacts', content);

  expect(html).toContain('<dl class="g-facts"><div><dt>팀원</dt><dd>8명</dd></div></dl>');
  expect(html).toContain('<time dateTime="2026-11-01">2026년 11월 1일 (일) 기준</time>');
  expect(markdown).toBe('- 팀원: 8명\n\n2026년 11월 1일 (일) 기준');
  expect(text).toBe('• 팀원: 8명\n\n2026년 11월 1일 (일) 기준');
  expect(outputsOf('teamFacts', content, { locale: 'en' }).text).toContain('As of Sun 1 Nov 2026');
});

test('a day without facts says nothing', () => {
  expect(outputsOf('teamFacts', { asOf: '2026-11-01', items: [] })).toEqual({
    html: '',
    feed: '',
    markdown: '',
    text: '',
  });
});

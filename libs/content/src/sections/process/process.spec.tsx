import { expect, test } from '@jest/globals';
import { outputsOf } from '../../testing/outputs.tsx';

test('steps are numbered and say how long they take', () => {
  const steps = [
    { title: '서류', detail: '사진은 받지 않아요.', duration: '3일' },
    { title: '대화', detail: '둘이서\n또는 셋이서', duration: '' },
  ];

  const { html, markdown, text } = outputsOf('process', { intro: '3주 안에 끝나요.', steps });

  expect(html).toBe(
    '<p class="g-intro">3주 안에 끝나요.</p><ol class="g-steps">' +
      '<li><p class="g-step-title"><strong>서류</strong> <small class="g-duration">3일</small></p><p>사진은 받지 않아요.</p></li>' +
      '<li><p class="g-step-title"><strong>대화</strong></p><p>둘이서<br/>또는 셋이서</p></li></ol>',
  );
  expect(markdown).toBe(
    '3주 안에 끝나요.\n\n1. **서류** (3일)\n\n   사진은 받지 않아요.\n2. **대화**\n\n   둘이서\\\n   또는 셋이서',
  );
  expect(text).toBe(
    '3주 안에 끝나요.\n\n1. 서류 (3일)\n   사진은 받지 않아요.\n2. 대화\n   둘이서\n   또는 셋이서',
  );
});

test('what belongs to the tenth step stays in it', () => {
  const steps = Array.from({ length: 10 }, (_, n) => ({ title: `단계 ${n}`, detail: '설명', duration: '' }));

  const { markdown } = outputsOf('process', { intro: '', steps });

  expect(markdown).toContain('10. **단계 9**\n\n    설명');
});

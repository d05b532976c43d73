import { expect, test } from '@jest/globals';
import { outputsOf, words } from '../../testing/outputs.tsx';
import type { TechStackContent } from '../contents.ts';
import { iconChoices, iconPath } from './icons.ts';

const item = (name: string, icon = '', note = '') => ({ name, icon, note });
const stack = (...groups: TechStackContent['groups']): TechStackContent => ({
  intro: '',
  groups,
  body: null,
});
const old = { name: '기존', era: 'old' as const, items: [item('PHP', 'php', '결제 코어')] };
const next = { name: '새 시스템', era: 'new' as const, items: [item('Node.js', 'nodedotjs')] };
const shared = { name: '인프라', era: 'shared' as const, items: [item('Kafka')] };

test('old and new stand side by side with an arrow, what serves both below', () => {
  const { html } = outputsOf('techStack', stack(shared, old, next));

  const story = html.slice(0, html.indexOf('g-stack-shared'));
  expect(story).toMatch(/g-stack-story.*PHP.*g-arrow.*Node\.js/);
  expect(story).not.toContain('Kafka');
});

test('there is no arrow where nothing is replaced', () => {
  expect(outputsOf('techStack', stack(next, shared)).html).not.toContain('g-arrow');
  expect(outputsOf('techStack', stack({ ...old, era: null })).html).not.toContain('g-stack-story');
});

test('icons are drawings beside a name that is there without them; feeds have none', () => {
  const { html, feed } = outputsOf(
    'techStack',
    stack(next, { ...shared, items: [item('사내 도구', 'no-such-icon')] }),
  );

  expect(html.match(/<svg/g)).toHaveLength(1);
  expect(html).toContain('aria-hidden="true"');
  expect(feed).not.toContain('<svg');
  for (const words of ['Node.js', '사내 도구']) expect(feed).toContain(words);
});

test('Markdown and text say when a group is used', () => {
  const { markdown, text } = outputsOf('techStack', {
    ...stack(old, next, shared),
    intro: '옮기는 중',
    body: words('끝'),
  });

  expect(markdown).toBe(
    '옮기는 중\n\n### 기존 (지금까지)\n\n- PHP: 결제 코어\n\n### 새 시스템 (앞으로)\n\n- Node.js\n\n### 인프라\n\n- Kafka\n\n끝',
  );
  expect(text).toBe(
    '옮기는 중\n\n기존 (지금까지)\n• PHP: 결제 코어\n\n새 시스템 (앞으로)\n• Node.js\n\n인프라\n• Kafka\n\n끝',
  );
});

test('every icon that can be chosen can be drawn, and no name of an object is one', () => {
  for (const { slug } of iconChoices) expect(iconPath(slug)).toMatch(/^[Mm]/);
  for (const slug of ['', 'constructor', 'toString', '__proto__']) expect(iconPath(slug)).toBeNull();
});

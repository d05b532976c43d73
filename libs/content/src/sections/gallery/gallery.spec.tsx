import { expect, test } from '@jest/globals';
import { outputsOf } from '../../testing/outputs.tsx';
import { anImageId } from '../../testing/posting.ts';
import type { Figure } from '../contents.ts';

const figure: Figure = {
  imageId: anImageId,
  alt: '창가에 모인 팀',
  decorative: false,
  caption: '목요일 회고',
  credit: '이서',
  creditUrl: 'https://example.com/photo',
  licence: 'own',
};

test('a picture has its files, its description, its caption and, apart from it, its credit', () => {
  const { html, feed, markdown, text } = outputsOf('gallery', { intro: '', images: [figure] });

  expect(html).toMatch(/<source type="image\/avif" srcSet="\/media\/[^"]*1600\.avif 1600w"/);
  expect(html).toMatch(
    /<img src="\/media\/[^"]*1600\.webp" srcSet="[^"]* 768w"[^>]* alt="창가에 모인 팀" width="1600" height="900" loading="lazy"/,
  );
  expect(html).toContain('목요일 회고<small class="g-credit">출처: <a href="https://example.com/photo"');
  expect(feed).toMatch(/<img src="https:\/\/jobs\.example\.com\/media\/[^"]*768\.jpeg" alt="창가에 모인 팀"/);
  expect(markdown).toBe(
    `![창가에 모인 팀](https://jobs.example.com/media/${anImageId}/1600.webp)\n\n목요일 회고\n\n출처: [이서](https://example.com/photo)`,
  );
  expect(text).toContain('창가에 모인 팀');
  expect(text).toContain('목요일 회고');
});

test('a picture that is gone leaves its words', () => {
  const { html, markdown } = outputsOf('gallery', { intro: '', images: [figure] }, { images: {} });

  expect(html).not.toContain('<img');
  for (const words of ['창가에 모인 팀', '목요일 회고', '이서']) {
    expect(html).toContain(words);
    expect(markdown).toContain(words);
  }
});

test('in a gallery a picture carries its ratio, and decoration has an empty description', () => {
  const { html } = outputsOf('gallery', {
    intro: '',
    images: [figure, { ...figure, alt: '', decorative: true }],
  });

  expect(html).toContain('class="g-gallery"');
  expect(html).toContain('g-ratio-18');
  expect(html).toContain('alt=""');
});

test('caption, credit and licence stand apart where no style divides them, and lines stay lines', () => {
  const cited = {
    ...figure,
    caption: '첫 줄\n둘째 줄',
    credit: '보리',
    creditUrl: '',
    licence: 'cc-by' as const,
  };
  const { html, feed, markdown } = outputsOf('gallery', { intro: '', images: [cited] });

  expect(html).toContain('<figcaption>첫 줄<br/>둘째 줄<small class="g-credit">출처: 보리</small><small');
  expect(feed).toContain(
    '<figcaption>첫 줄<br/>둘째 줄<br/><small class="g-credit">출처: 보리</small> · <small class="g-credit">CC BY</small>',
  );
  expect(markdown).toContain('첫 줄\\\n둘째 줄\n\n출처: 보리 · CC BY');
  const bare = outputsOf('gallery', { intro: '', images: [{ ...cited, credit: '' }] }).feed;
  expect(bare).toContain('둘째 줄<br/><small class="g-credit">CC BY');
});

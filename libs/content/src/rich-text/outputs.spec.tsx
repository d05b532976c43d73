import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import type { RenderContext } from '../outputs/context.ts';
import { parseRichText } from './parse.ts';
import { blocks, type BlockName } from './registry.ts';
import { richTextToMarkdown, richTextToText, RichTextView } from './render.tsx';
import { Sampler, sampleImageId } from './testing/samples.ts';

const picture = {
  width: 1600,
  height: 900,
  thumbhash: '',
  sources: [{ url: '/media/a/1600.webp', type: 'image/webp' as const, width: 1600, height: 900 }],
};
const context = (form: RenderContext['form'], withImages: boolean): RenderContext => ({
  locale: 'ko',
  siteUrl: 'https://gonggo.example',
  form,
  images: withImages ? { [sampleImageId]: picture } : {},
});

const names = Object.keys(blocks) as BlockName[];

test.each(names.flatMap((name) => [[name, true] as const, [name, false] as const]))(
  'every word of a %s is in every output (images known: %s)',
  (name, withImages) => {
    const sampler = new Sampler();
    const sample = sampler.documentWith(name);
    const parsed = parseRichText(sample);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));

    const html = (form: RenderContext['form']) =>
      renderToStaticMarkup(
        <RichTextView value={parsed.value} context={context(form, withImages)} anchor="a" />,
      );
    const outputs = {
      page: html('page'),
      fragment: html('fragment'),
      feed: html('feed'),
      markdown: richTextToMarkdown(parsed.value, context('page', withImages)),
      text: richTextToText(parsed.value, context('page', withImages)),
    };

    for (const [output, words] of Object.entries(outputs)) {
      expect(words).not.toBe('');
      const missing = sampler.markers.filter((marker) => !words.includes(marker));
      expect({ output, missing }).toEqual({ output, missing: [] });
    }
    expect(outputs.feed).not.toMatch(/<(?:details|iframe|picture|button|script)|"\/media/);
    if (outputs.page.includes('<img')) expect(outputs.page).toContain('src="/media/');
    if (outputs.feed.includes('<img')) expect(outputs.feed).toContain('src="https://gonggo.example/media/');
  },
);

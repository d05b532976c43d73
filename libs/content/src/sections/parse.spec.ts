import { expect, test } from '@jest/globals';
import { sectionKinds, type SectionKind } from '../document.ts';
import { Marked } from '../testing/marked.ts';
import { blankContent } from './blank.ts';
import { parseSectionContent } from './parse.ts';
import { contentClasses, contentModels, sectionContentSchema } from './registry.schema.ts';

const stack = (items: unknown) => ({ intro: '', groups: [{ name: '', era: null, items }], body: null });
const faq = (answer: unknown) => ({ intro: '', items: [{ question: '?', answer }] });

function errorsOf(kind: SectionKind, value: unknown) {
  const parsed = parseSectionContent(kind, value);
  return parsed.ok ? [] : parsed.errors;
}
const pointersOf = (kind: SectionKind, value: unknown) => errorsOf(kind, value).map(({ pointer }) => pointer);

test.each(sectionKinds)('the blank content of %s is taken as it is', (kind) => {
  expect(parseSectionContent(kind, blankContent(kind))).toEqual({ ok: true, content: blankContent(kind) });
});

test.each(sectionKinds)('%s refuses a key it does not know, a missing one and a wrong one', (kind) => {
  const content: Record<string, unknown> = new Marked().content(contentClasses[kind]);
  expect(pointersOf(kind, { ...content, extra: 1 })).toEqual(['/extra']);
  for (const key of Object.keys(content)) {
    const { [key]: _, ...rest } = content;
    expect(pointersOf(kind, rest)).toContain(`/${key}`);
    expect(pointersOf(kind, { ...content, [key]: 7 })).toContain(`/${key}`);
  }
});

test.each([null, undefined, 'text', 7, [], [[]], true])('content that is %j is refused', (value) => {
  for (const kind of sectionKinds) expect(pointersOf(kind, value)).toEqual(['']);
});

test('errors name the very spot, as a JSON pointer below the content', () => {
  expect(pointersOf('techStack', stack([{ name: 'a'.repeat(81), icon: '', note: '' }]))).toEqual([
    '/groups/0/items/0/name',
  ]);
  expect(pointersOf('techStack', stack([null]))).toContain('/groups/0/items');
  expect(pointersOf('techStack', stack([[]]))).toContain('/groups/0/items');
  expect(pointersOf('techStack', stack([{ name: '', icon: '', note: '', 'a/b~c': 1 }]))).toEqual([
    '/groups/0/items/0/a~1b~0c',
  ]);
  expect(pointersOf('faq', faq(null))).toEqual(['/items/0/answer']);
  expect(
    pointersOf('faq', faq({ version: 1, doc: { type: 'doc', content: [{ type: 'nonsense' }] } }))[0],
  ).toMatch(/^\/items\/0\/answer\/doc/);
  expect(pointersOf('quote', { words: '', who: 'two\nlines', imageId: 'x' })).toEqual(['/who', '/imageId']);
});

test('addresses that lead nowhere good are refused', () => {
  const apply = (url: unknown) => pointersOf('apply', { label: '', note: '', url, sticky: true });
  expect(apply('javascript:alert(1)')).toEqual(['/url']);
  expect(apply('//example.com')).toEqual(['/url']);
  expect(apply('https://user:pass@example.com')).toEqual(['/url']);
  expect(apply('mailto:jobs@example.com')).toEqual([]);
  expect(apply(null)).toEqual([]);
});

test('a decorative picture has no words, others may', () => {
  const picture = {
    imageId: '5b6d3c1e-8f0a-4a52-9d3e-0a1b2c3d4e5f',
    caption: '',
    credit: '',
    creditUrl: '',
    licence: 'own',
  };
  const gallery = (alt: string, decorative: boolean) =>
    pointersOf('gallery', { intro: '', images: [{ ...picture, alt, decorative }] });
  expect(gallery('a dog', true)).toEqual(['/images/0/alt']);
  expect(gallery('', true)).toEqual([]);
  expect(gallery('a dog', false)).toEqual([]);
});

test('every string comes back composed, whatever came in', () => {
  const text = (words: string) => ({
    intro: words,
    body: {
      version: 1,
      doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
    },
  });
  const parsed = parseSectionContent('text', text('한글 é'.normalize('NFD')));
  expect(parsed).toEqual({ ok: true, content: text('한글 é') });
});

test('what other programs put between words is no reason to refuse them', () => {
  const quote = (words: string, who: string) => ({ words, who, imageId: null });
  expect(parseSectionContent('quote', quote('한\u2028말', '팀\t장\u000b님\ufffe'))).toEqual({
    ok: true,
    content: quote('한\n말', '팀 장 님'),
  });
  expect(parseSectionContent('quote', quote('', '\u200b\u2060'))).toEqual({
    ok: true,
    content: quote('', ''),
  });
  expect(errorsOf('quote', quote('', '종\u0007'))).toEqual([
    { pointer: '/who', message: expect.stringContaining('U+0007') },
  ]);
  expect(errorsOf('quote', quote('', '두\n줄'))[0]?.message).toContain('U+000A');
});

test('past a limit the content is refused by its name, before anything else is looked at', () => {
  const large = { ...stack([]), intro: '가'.repeat(200_000) };
  expect(parseSectionContent('techStack', large)).toMatchObject({
    ok: false,
    tooLarge: expect.stringContaining('512 KB'),
  });

  const paragraphs = Array.from({ length: 5001 }, () => ({ type: 'paragraph' }));
  const many = { intro: '', body: { version: 1, doc: { type: 'doc', content: paragraphs } } };
  expect(parseSectionContent('text', many)).toMatchObject({
    ok: false,
    tooLarge: expect.stringContaining('5,000'),
  });

  let deep: object = { type: 'paragraph' };
  for (let n = 0; n < 10_000; n++) deep = { type: 'blockquote', content: [deep] };
  const parsed = parseSectionContent('text', {
    intro: '',
    body: { version: 1, doc: { type: 'doc', content: [deep] } },
  });
  expect(parsed).toMatchObject({ ok: false, errors: [{ message: expect.stringContaining('24') }] });
});

test('what comes back is never the object that came in', () => {
  const given = new Marked().content(contentClasses.faq);
  const parsed = parseSectionContent('faq', given);
  if (!parsed.ok) throw new Error('refused');
  expect(parsed.content).toEqual(given);
  expect(parsed.content).not.toBe(given);
  expect((parsed.content as { items: unknown[] }).items[0]).not.toBe((given.items as unknown[])[0]);
});

test('OpenAPI knows every class that a content is made of', () => {
  const names = new Set(contentModels.map(({ name }) => name));
  for (const { $ref } of sectionContentSchema.anyOf) expect(names).toContain($ref.split('/').at(-1));
  for (const model of contentModels) {
    const fields = (Reflect.getMetadata('swagger/apiModelPropertiesArray', model.prototype as object) ??
      []) as string[];
    expect(fields.length).toBeGreaterThan(0);
    for (const field of fields) {
      const { type } = Reflect.getMetadata(
        'swagger/apiModelProperties',
        model.prototype as object,
        field.slice(1),
      ) as {
        type?: unknown;
      };
      if (typeof type === 'function' && type !== String && type !== Boolean && type !== Number)
        expect(names).toContain((type as () => { name: string })().name);
    }
  }
});

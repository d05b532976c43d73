import { statSync } from 'node:fs';
import { anchorsFor, imageIdsIn, readingMinutes, sectionKinds, type RichNode } from '@gonggo/content';
import { parseSectionContent, richTextSchema } from '@gonggo/content/schema';
import { describe, expect, test } from '@jest/globals';
import { pictureFile, pictureWords, type PictureName, type Pictures } from './pictures.ts';
import { demoPostings } from './postings/index.ts';

const names = Object.keys(pictureWords) as PictureName[];
const pictures = Object.fromEntries(
  names.map((name, n) => [name, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`]),
) as Pictures;
const postings = demoPostings('2026-11-22').map((posting) => ({
  ...posting,
  parts: posting.sections(pictures),
}));
const longRead = postings.find(({ slug }) => slug === '주문-플랫폼팀-백엔드-nodejs');

/** Every node and mark name in whatever this holds. */
function namesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  const { type } = value as Partial<RichNode>;
  if (typeof type === 'string') found.add(type);
  for (const one of Object.values(value)) namesIn(one, found);
  return found;
}

test.each(postings)('$slug is stored as it is written', ({ parts }) => {
  for (const { kind, content } of parts) {
    expect(parseSectionContent(kind, structuredClone(content))).toEqual({ ok: true, content });
  }
});

describe('the long read', () => {
  test('has every kind of section', () => {
    expect(new Set(longRead?.parts.map(({ kind }) => kind))).toEqual(new Set(sectionKinds));
  });

  test('has every block and every mark', () => {
    const wanted = [...Object.keys(richTextSchema.nodes), ...Object.keys(richTextSchema.marks)];
    expect(wanted.filter((name) => !namesIn(longRead?.parts).has(name))).toEqual([]);
  });

  test('takes about ten minutes', () => {
    const minutes = readingMinutes(longRead?.parts ?? []);
    expect(minutes).toBeGreaterThanOrEqual(10);
    expect(minutes).toBeLessThanOrEqual(13);
  });

  test('leads nowhere on the page that is not there', () => {
    const parts = (longRead?.parts ?? []).map((part, n) => ({ ...part, id: String(n) }));
    const links = [...JSON.stringify(parts).matchAll(/"(?:url|href)":"#([^"]+)"/g)].map(
      ([, anchor]) => anchor,
    );
    expect(links.length).toBeGreaterThan(0);
    const anchors = anchorsFor(parts, 'ko');
    expect(links.filter((link) => !anchors.includes(link ?? ''))).toEqual([]);
  });
});

test('every picture is there, small enough for a repository, and used', () => {
  const used = new Set<string>(
    postings.flatMap(({ parts, cover }) => [...imageIdsIn(parts), pictures[cover.picture]]),
  );
  const unused = names.filter((name) => !used.has(pictures[name]) && !['home-team', 'logo'].includes(name));
  expect(names.filter((name) => statSync(pictureFile(name)).size > 150 * 1024)).toEqual([]);
  expect(unused.filter((name) => !name.startsWith('portrait-'))).toEqual([]);
});

import { expect, test } from '@jest/globals';
import { aPosting } from '../testing/posting.ts';
import { toFeedHtml, toHtml } from './html.tsx';
import { toMarkdown, toText } from './text.ts';

const site = 'https://jobs.example.com';
const forms = [toHtml, toFeedHtml, toMarkdown, toText];

test('a closed posting without an apply section says in every form that it is closed', () => {
  const closed = aPosting({ status: 'closed' });
  const english = { ...closed, locale: 'en' as const };
  const byHand = { ...closed, facts: { ...closed.facts, closesAt: null } };
  for (const form of forms) {
    expect(form(closed, site)).toContain('지원: 2026년 12월 31일 (목) 23:59에 마감했어요');
    expect(form(english, site)).toContain('Applications: Closed on Thu 31 Dec 2026, 23:59 KST');
    expect(form(byHand, site)).toContain('지원: 마감했어요');
    expect(form(closed, site)).not.toContain('마감: ');
    expect(form(aPosting(), site)).toContain('마감: 2026년 12월 31일');
  }
});

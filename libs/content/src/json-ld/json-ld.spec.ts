import Validator from '@adobe/structured-data-validator';
import { expect, test } from '@jest/globals';
import type { PostingDocument } from '../document.ts';
import { aPosting, aSection } from '../testing/posting.ts';
import { toBlogPosting } from './blog-posting.ts';
import { toJobPosting } from './job-posting.ts';

const site = { name: '해오름랩 채용', url: 'https://jobs.example.com', logo: '/logo.svg' };

const paragraph = (text: string) => ({
  version: 1 as const,
  doc: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
});

const posting = (more: Partial<PostingDocument> = {}) =>
  aPosting({
    sections: [
      aSection('role', { intro: '', body: paragraph('결제를 <빠르게> & 안전하게') }, { heading: '하는 일' }),
      aSection('teamFacts', { asOf: '2026-11-01', items: [{ label: '팀원', value: '8명' }] }),
      aSection('apply', { label: '지금 지원하기', note: '', url: null, sticky: true }),
    ],
    ...more,
  });

const complaints = async (type: string, value: object) => {
  const issues = await new Validator().validate({ jsonld: { [type]: [structuredClone(value)] }, errors: [] });
  return issues.filter(({ severity }) => severity === 'ERROR').map(({ issueMessage }) => issueMessage);
};

test("an open posting satisfies the validator of search engines' rules", async () => {
  const job = toJobPosting(posting(), site);

  expect(await complaints('JobPosting', job ?? {})).toEqual([]);
  expect(job).toMatchObject({
    '@type': 'JobPosting',
    title: '백엔드 개발자 (Node.js)',
    datePosted: '2026-11-02T01:00:00Z',
    validThrough: '2026-12-31T14:59:00Z',
    employmentType: 'FULL_TIME',
    directApply: false,
    hiringOrganization: { name: '해오름랩', sameAs: site.url, logo: 'https://jobs.example.com/logo.svg' },
    jobLocation: { address: { addressCountry: 'KR', addressRegion: '경기', addressLocality: '성남' } },
    baseSalary: { currency: 'KRW', value: { minValue: 60_000_000, maxValue: 90_000_000, unitText: 'YEAR' } },
    experienceRequirements: { monthsOfExperience: 12 },
    totalJobOpenings: 2,
    url: 'https://jobs.example.com/posts/backend-node',
  });
});

test('the description is the visible text as simple HTML, without the apply button', () => {
  const job = toJobPosting(posting(), site);

  expect((job as { description?: string } | null)?.description).toBe(
    '<p>결제 시스템을 함께 옮겨 갈 동료를 찾고 있어요.</p>' +
      '<h3>하는 일</h3><p>결제를 &lt;빠르게&gt; &amp; 안전하게</p>' +
      '<ul><li>팀원: 8명</li></ul><p>2026년 11월 1일 (일) 기준</p>',
  );
});

test('a closed posting is no JobPosting, and still a BlogPosting', () => {
  expect(toJobPosting(posting({ status: 'closed' }), site)).toBeNull();
  expect(toBlogPosting(posting({ status: 'closed' }), site)).toMatchObject({
    '@type': 'BlogPosting',
    headline: 'Node.js 팀을 소개해요',
    inLanguage: 'ko',
    author: [{ '@type': 'Person', name: '나루', jobTitle: 'CTO' }],
    image: [expect.stringMatching(/^https:\/\/jobs\.example\.com\/media\//)],
    mainEntityOfPage: 'https://jobs.example.com/posts/backend-node',
  });
});

test('remote work names countries instead of an office', async () => {
  const facts = {
    ...aPosting().facts,
    remote: 'remote' as const,
    locations: [{ country: 'KR', region: '', locality: '' }],
  };
  const job = toJobPosting(posting({ facts }), site);

  expect(job).toMatchObject({
    jobLocationType: 'TELECOMMUTE',
    applicantLocationRequirements: [{ '@type': 'Country', name: 'KR' }],
  });
  expect(job).not.toHaveProperty('jobLocation');
  expect(await complaints('JobPosting', job ?? {})).toEqual([]);
});

test('what is not known is left out rather than empty', () => {
  const facts = {
    ...aPosting().facts,
    company: '',
    experience: null,
    employmentType: null,
    locations: [],
    pay: { currency: 'KRW', min: null, max: null, unit: 'YEAR' as const },
    openings: null,
    closesAt: null,
  };
  const job = toJobPosting(posting({ facts, jobTitle: '' }), site);

  expect(job).toMatchObject({
    title: 'Node.js 팀을 소개해요',
    hiringOrganization: { name: '해오름랩 채용' },
  });
  for (const key of [
    'validThrough',
    'jobLocation',
    'baseSalary',
    'employmentType',
    'experienceRequirements',
    'totalJobOpenings',
  ])
    expect(job).not.toHaveProperty(key);
});

test("an organisation is known by the company's own address, or else by the site's", () => {
  const companyUrl = 'https://company.example.com/';
  const own = toJobPosting(posting(), { ...site, companyUrl });
  expect(own?.hiringOrganization).toMatchObject({ sameAs: companyUrl });
  expect(toBlogPosting(posting(), { ...site, companyUrl }).publisher).toMatchObject({ sameAs: companyUrl });
  expect(toJobPosting(posting(), { ...site, companyUrl: null })?.hiringOrganization).toMatchObject({
    sameAs: site.url,
  });
});

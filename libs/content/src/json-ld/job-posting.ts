import type { JobPosting, MonetaryAmount, Place, WithContext } from 'schema-dts';
import type { PostingDocument, PostingPay, PostingPlace } from '../document.ts';
import { absolute } from '../outputs/context.ts';
import { descriptionHtml } from './description.ts';
import { organization, type PublishingSite } from './site.ts';

/**
 * schema.org's JobPosting by Google's rules: the title is the role alone, the description is what readers see,
 * and a closed posting has none (null).
 */
export function toJobPosting(posting: PostingDocument, site: PublishingSite): WithContext<JobPosting> | null {
  if (posting.status === 'closed') return null;
  const { facts, id, title, jobTitle, publishedAt, links } = posting;
  const { company, pay, employmentType, experience, openings, closesAt } = facts;
  const months = (experience?.minYears ?? 0) * 12;
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: jobTitle || title,
    description: descriptionHtml(posting, site.url),
    identifier: { '@type': 'PropertyValue', name: company || site.name, value: id },
    datePosted: publishedAt,
    ...(closesAt ? { validThrough: closesAt } : {}),
    hiringOrganization: organization(company, site),
    ...where(facts),
    ...(employmentType ? { employmentType } : {}),
    ...(pay && (pay.min != null || pay.max != null) ? { baseSalary: salary(pay) } : {}),
    ...(months > 0
      ? {
          experienceRequirements: {
            '@type': 'OccupationalExperienceRequirements',
            monthsOfExperience: months,
          },
        }
      : {}),
    ...(openings ? { totalJobOpenings: openings } : {}),
    url: absolute(links.html, site.url),
    directApply: false,
  };
}

/** Remote work names the countries one may live in; a place that is no more than a country is no office. */
function where({ locations, remote }: PostingDocument['facts']) {
  const offices = locations
    .filter(({ region, locality }) => remote !== 'remote' || region || locality)
    .map(place);
  const countries = [...new Set(locations.map(({ country }) => country))];
  return {
    ...(offices.length > 0 ? { jobLocation: offices.length === 1 ? offices[0] : offices } : {}),
    ...(remote === 'remote' && countries.length > 0
      ? {
          jobLocationType: 'TELECOMMUTE',
          applicantLocationRequirements: countries.map((name) => ({ '@type': 'Country' as const, name })),
        }
      : {}),
  };
}

const place = ({ country, region, locality }: PostingPlace): Place => ({
  '@type': 'Place',
  address: {
    '@type': 'PostalAddress',
    addressCountry: country,
    ...(region ? { addressRegion: region } : {}),
    ...(locality ? { addressLocality: locality } : {}),
  },
});

const salary = ({ currency, min, max, unit }: PostingPay): MonetaryAmount => ({
  '@type': 'MonetaryAmount',
  currency,
  value: {
    '@type': 'QuantitativeValue',
    ...(min != null && min === max
      ? { value: min }
      : { ...(min != null ? { minValue: min } : {}), ...(max != null ? { maxValue: max } : {}) }),
    unitText: unit,
  },
});

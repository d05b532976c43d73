import {
  employmentTypes,
  levels,
  locales,
  remoteKinds,
  sectionKinds,
  type EmploymentType,
  type ImageInfo,
  type Level,
  type Locale,
  type PostingStatus,
  type RemoteKind,
  type SectionContent,
  type SectionKind,
} from '@gonggo/content';
import {
  Id,
  Line,
  ListOf,
  Moment,
  One,
  OneOf,
  Prose,
  sectionContentSchema,
  Whole,
} from '@gonggo/content/schema';
import { ApiProperty } from '@nestjs/swagger';
import { Page } from './drafts.ts';
import { Cover, Experience, Pay, Place } from './facts.ts';

export const postingStatuses = ['open', 'closed'] as const;

export class Named {
  @Line(80, 'Slug') slug!: string;
  @Line(80, 'Name in the language of the posting') name!: string;
}

export class PublishedFacts {
  @Line(120, 'Company') company!: string;
  @One(() => Named, 'Team', { nullable: true }) team!: Named | null;
  @Line(80, 'Job family slug', { nullable: true }) jobFamily!: string | null;
  @One(() => Experience, 'Experience', { nullable: true }) experience!: Experience | null;
  @OneOf(levels, 'Level', { nullable: true }) level!: Level | null;
  @OneOf(employmentTypes, 'Employment type', { nullable: true }) employmentType!: EmploymentType | null;
  @ListOf(() => Place, 20, 'Places of work') locations!: Place[];
  @OneOf(remoteKinds, 'Remote', { nullable: true }) remote!: RemoteKind | null;
  @One(() => Pay, 'Pay', { nullable: true }) pay!: Pay | null;
  @Whole(1, 10_000, 'Openings', { nullable: true }) openings!: number | null;
  @Moment('Opens', { nullable: true }) opensAt!: string | null;
  @Moment('Closes', { nullable: true }) closesAt!: string | null;
  @Line(64, 'IANA zone of the closing') closesAtZone!: string;
  @Line(2000, 'Where to apply', { nullable: true }) applyUrl!: string | null;
}

export class Author {
  @Line(80, 'Name') name!: string;
  @Line(80, 'Role') role!: string;
  @Id('Portrait: an image', { nullable: true }) avatar!: string | null;
}

export class PublishedSection {
  @Id('Stable') id!: string;
  @OneOf(sectionKinds, 'Kind') kind!: SectionKind;
  @Line(200, 'Heading') heading!: string;
  @Line(220, 'Fragment') anchor!: string;
  @ApiProperty(sectionContentSchema) content!: SectionContent;
}

export class PostingLinks {
  @Line(2000, 'The page') html!: string;
  @Line(2000, 'As Markdown') markdown!: string;
  @Line(2000, 'As JSON-LD') jsonld!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Other languages → page',
  })
  alternates!: Partial<Record<Locale, string>>;
}

const imagesSchema = {
  type: 'object',
  description: 'Image id → shape and files',
  additionalProperties: {
    type: 'object',
    required: ['width', 'height', 'thumbhash', 'sources'],
    properties: {
      width: { type: 'integer' },
      height: { type: 'integer' },
      thumbhash: { type: 'string' },
      sources: {
        type: 'array',
        items: {
          type: 'object',
          required: ['url', 'type', 'width', 'height'],
          properties: {
            url: { type: 'string' },
            type: { type: 'string', enum: ['image/avif', 'image/webp'] },
            width: { type: 'integer' },
            height: { type: 'integer' },
          },
        },
      },
    },
  },
} as const;

/** A posting as published. The same type as content's PostingDocument. */
export class PublishedPosting {
  @Id('Posting') id!: string;
  @Line(120, 'Address part') slug!: string;
  @OneOf(locales, 'Language') locale!: Locale;
  @Whole(1, 2_147_483_647, 'Counts publications') version!: number;
  @OneOf(postingStatuses, 'By the clock of the database') status!: PostingStatus;
  @Line(200, 'Headline') title!: string;
  @Line(120, 'Role alone') jobTitle!: string;
  @Prose(400, 'Summary') summary!: string;
  @One(() => Cover, 'Cover', { nullable: true }) cover!: Cover | null;
  @One(() => PublishedFacts, 'Facts') facts!: PublishedFacts;
  @ListOf(() => Named, 20, 'Tags') tags!: Named[];
  @ListOf(() => Author, 10, 'Authors') authors!: Author[];
  @ListOf(() => PublishedSection, 100, 'In order') sections!: PublishedSection[];
  @ApiProperty(imagesSchema as never) images!: Record<string, ImageInfo>;
  @Moment('First published') publishedAt!: string;
  @Moment('This version published') updatedAt!: string;
  @Whole(1, 600, 'Minutes to read') readingMinutes!: number;
  @One(() => PostingLinks, 'Links') links!: PostingLinks;
}

/** A posting in the list: no sections and only its cover's image, unless `include` asks for them. */
export class PostingListItem {
  @Id('Posting') id!: string;
  @Line(120, 'Address part') slug!: string;
  @OneOf(locales, 'Language') locale!: Locale;
  @Whole(1, 2_147_483_647, 'Version') version!: number;
  @OneOf(postingStatuses, 'Status') status!: PostingStatus;
  @Line(200, 'Headline') title!: string;
  @Line(120, 'Role alone') jobTitle!: string;
  @Prose(400, 'Summary') summary!: string;
  @One(() => Cover, 'Cover', { nullable: true }) cover!: Cover | null;
  @One(() => PublishedFacts, 'Facts') facts!: PublishedFacts;
  @ListOf(() => Named, 20, 'Tags') tags!: Named[];
  @ListOf(() => Author, 10, 'Authors') authors!: Author[];
  @ListOf(() => PublishedSection, 100, 'With include=sections', { optional: true })
  sections?: PublishedSection[];
  @ApiProperty({
    ...imagesSchema,
    required: false,
    description: 'The cover and portraits; with include=images all',
  } as never)
  images!: Record<string, ImageInfo>;
  @Moment('First published') publishedAt!: string;
  @Moment('This version published') updatedAt!: string;
  @Whole(1, 600, 'Minutes to read') readingMinutes!: number;
  @One(() => PostingLinks, 'Links') links!: PostingLinks;
}

export class PostingList {
  @ListOf(() => PostingListItem, 100, 'Postings') data!: PostingListItem[];
  @One(() => Page, 'Where to go on') page!: Page;
}

/** What else is open in a posting's language: those of its team first, then those of its job family, newest first. */
export class RelatedPostings {
  @ListOf(() => PostingListItem, 4, 'Postings') data!: PostingListItem[];
}

/** Live postings for a sitemap: all of them, or the names of the parts that hold them, or one part. */
export class SitemapPart {
  @ListOf(() => String, 4096, 'How the ids of each part begin; empty = `data` is all of it') parts!: string[];
  @ListOf(() => PostingListItem, 100_000, 'Postings, by id') data!: PostingListItem[];
}

/** 410: it was published once and is no longer. */
export class Tombstone {
  @Id('Posting') id!: string;
  @Line(120, 'Address part') slug!: string;
  @OneOf(locales, 'Language') locale!: Locale;
  @Moment('Withdrawn') withdrawnAt!: string;
}

export const changeTypes = ['published', 'updated', 'closed', 'reopened', 'withdrawn'] as const;
export type ChangeType = (typeof changeTypes)[number];

export class Change {
  @Whole(1, Number.MAX_SAFE_INTEGER, 'Commit order, no holes') seq!: number;
  @OneOf(changeTypes, 'What happened') type!: ChangeType;
  @Id('Posting') postingId!: string;
  @Line(120, 'Address part then') slug!: string;
  @OneOf(locales, 'Language') locale!: Locale;
  @Whole(1, 2_147_483_647, 'Version then') version!: number;
  @Moment('When it took effect') at!: string;
  @Moment('Closing then', { nullable: true }) closesAt!: string | null;
}

export class ChangeList {
  @ListOf(() => Change, 1000, 'Oldest first') data!: Change[];
  @Line(100, 'Hand it back as `since`') cursor!: string;
}

export class FacetValue {
  @Line(120, 'Value to filter by') value!: string;
  @Line(120, 'Name') name!: string;
  @Whole(0, 1_000_000, 'Open postings with it') count!: number;
}

/** Which filters have which open postings. */
export class Facets {
  @ListOf(() => FacetValue, 500, 'Teams') team!: FacetValue[];
  @ListOf(() => FacetValue, 500, 'Job families') jobFamily!: FacetValue[];
  @ListOf(() => FacetValue, 20, 'Employment types') employmentType!: FacetValue[];
  @ListOf(() => FacetValue, 20, 'Levels') level!: FacetValue[];
  @ListOf(() => FacetValue, 500, 'Places: locality') location!: FacetValue[];
  @ListOf(() => FacetValue, 20, 'Remote') remote!: FacetValue[];
  @ListOf(() => FacetValue, 500, 'Tags') tag!: FacetValue[];
  @ListOf(() => FacetValue, 10, 'Languages') locale!: FacetValue[];
}

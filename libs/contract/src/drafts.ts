import {
  locales,
  sectionKinds,
  type ImageInfo,
  type Locale,
  type SectionContent,
  type SectionKind,
} from '@gonggo/content';
import {
  Flag,
  Id,
  Ids,
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
import { IsObject, ValidateIf } from 'class-validator';
import { DraftFacts } from './facts.ts';

/** draft: never published or only worked on · open, closed: live · withdrawn: was live, 410 now. */
export const draftStates = ['draft', 'open', 'closed', 'withdrawn'] as const;
export type DraftState = (typeof draftStates)[number];

/** One section of a draft. Its `revision` is its ETag. */
export class DraftSection {
  @Id('Stable: outlives edits and moves') id!: string;
  @OneOf(sectionKinds, 'Kind') kind!: SectionKind;
  @Line(200, 'Heading; empty for none') heading!: string;
  @ApiProperty(sectionContentSchema) @IsObject() content!: SectionContent;
  @Whole(1, 2_147_483_647, 'Counts saves of this section') revision!: number;
  @Moment('Last saved') updatedAt!: string;
  @Line(80, 'Who saved it last', { nullable: true }) updatedBy!: string | null;
}

/** A whole draft. Facts, outline and each section count their revisions separately. */
export class Draft {
  @Id('Posting') id!: string;
  @OneOf(locales, 'Language') locale!: Locale;
  @OneOf(draftStates, 'State') state!: DraftState;
  @Whole(1, 2_147_483_647, 'Of the facts; the ETag of this resource') revision!: number;
  @Whole(1, 2_147_483_647, 'Of the order of sections') outlineRevision!: number;
  @Whole(1, 2_147_483_647, 'Counts every save of facts, order and sections; publishing and restoring name it')
  edits!: number;
  @One(() => DraftFacts, 'Facts') facts!: DraftFacts;
  @ListOf(() => DraftSection, 100, 'In order') sections!: DraftSection[];
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Image id → shape and files, for every image the draft uses',
  })
  images!: Record<string, ImageInfo>;
  @Whole(0, 2_147_483_647, 'Newest publication; 0 = none') version!: number;
  @Flag('Something differs from the newest publication') changed!: boolean;
  @ListOf(() => DraftVariant, 2, 'The same posting in other languages') variants!: DraftVariant[];
  @Id('Account that created it', { nullable: true }) createdBy!: string | null;
  @Moment('Created') createdAt!: string;
  @Moment('Last changed, facts or sections') updatedAt!: string;
  @Flag('Whether the caller may edit it') mayEdit!: boolean;
  @Flag('Whether the caller may publish it') mayPublish!: boolean;
}

export class DraftVariant {
  @Id('Posting') id!: string;
  @OneOf(locales, 'Language') locale!: Locale;
}

/** A draft in the list. */
export class DraftListItem {
  @Id('Posting') id!: string;
  @OneOf(locales, 'Language') locale!: Locale;
  @OneOf(draftStates, 'State') state!: DraftState;
  @Line(200, 'Headline') title!: string;
  @Line(120, 'Address part') slug!: string;
  @Line(80, 'Team name', { nullable: true }) team!: string | null;
  @Whole(0, 2_147_483_647, 'Newest publication') version!: number;
  @Flag('Something differs from the newest publication') changed!: boolean;
  @Moment('Closing', { nullable: true }) closesAt!: string | null;
  @Line(64, 'IANA zone') closesAtZone!: string;
  @Moment('Last changed') updatedAt!: string;
  @Line(80, 'First author', { nullable: true }) author!: string | null;
  @Flag('Whether the caller may edit it') mayEdit!: boolean;
}

export class Page {
  @Line(500, 'Hand it back as `cursor`; null = the end', { nullable: true }) nextCursor!: string | null;
}

export class DraftList {
  @ListOf(() => DraftListItem, 100, 'Newest change first') data!: DraftListItem[];
  @One(() => Page, 'Where to go on') page!: Page;
}

/** `POST /drafts/{id}/sections`, with the outline's revision in If-Match. */
export class NewSection {
  @OneOf(sectionKinds, 'Kind') kind!: SectionKind;
  @Line(200, 'Heading', { optional: true }) heading?: string;
  @ApiProperty({
    ...sectionContentSchema,
    required: false,
    description: 'Left out = the blank content of its kind',
  })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  content?: SectionContent;
  @Whole(0, 99, 'Where: 0 = first; left out = last', { optional: true }) position?: number;
}

/** `PATCH /drafts/{id}/sections/{sectionId}`, with the section's revision in If-Match. */
export class ChangeSection {
  @Line(200, 'Heading', { optional: true }) heading?: string;
  @ApiProperty({ ...sectionContentSchema, required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  content?: SectionContent;
}

/** Order of sections, with its revision. */
export class Outline {
  @Whole(1, 2_147_483_647, 'Revision') revision!: number;
  @Ids(100, 'Section ids in order') sectionIds!: string[];
}

/** `PUT /drafts/{id}/outline`: exactly the draft's section ids, in the new order. */
export class ChangeOutline {
  @Ids(100, 'Section ids in order') sectionIds!: string[];
}

/** Answer to adding a section: it, and the outline's new revision. */
export class AddedSection {
  @One(() => DraftSection, 'The section') section!: DraftSection;
  @One(() => Outline, 'The outline now') outline!: Outline;
}

export const findingLevels = ['error', 'warning'] as const;

/** One thing to look at before publishing. `error` = publishing is refused. */
export class Finding {
  @OneOf(findingLevels, 'Weight') level!: (typeof findingLevels)[number];
  @Line(60, 'Rule, for example title-missing') rule!: string;
  @Prose(300, 'In Korean') ko!: string;
  @Prose(300, 'In English') en!: string;
  @Id('Section it is about', { nullable: true }) sectionId!: string | null;
  @Line(80, 'Fact it is about', { nullable: true }) field!: string | null;
}

export class Readiness {
  @Flag('No finding of level error') ready!: boolean;
  @ListOf(() => Finding, 500, 'Errors first') findings!: Finding[];
}

export class Reopen {
  @Moment('New closing; null = until filled', { nullable: true }) closesAt!: string | null;
}

/** What publishing, withdrawing, closing and reopening answer. */
export class PublishedState {
  @Id('Posting') id!: string;
  @OneOf(draftStates, 'State now') state!: DraftState;
  @Whole(0, 2_147_483_647, 'Newest publication') version!: number;
  @Line(2000, 'Address of the page; null when not live', { nullable: true }) url!: string | null;
  @Moment('Closing', { nullable: true }) closesAt!: string | null;
  @Whole(0, Number.MAX_SAFE_INTEGER, 'Its number in the change feed') seq!: number;
}

export class PublicationListItem {
  @Whole(1, 2_147_483_647, 'Version') version!: number;
  @Moment('When') publishedAt!: string;
  @Line(80, 'By whom', { nullable: true }) publishedBy!: string | null;
  @Line(200, 'Headline then') title!: string;
  @Line(64, 'SHA-256 of the frozen document, hex') hash!: string;
  @Flag('Whether it is what the public sees now') live!: boolean;
}

export class PublicationList {
  @ListOf(() => PublicationListItem, 1000, 'Newest first') data!: PublicationListItem[];
}

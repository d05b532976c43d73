import {
  employmentTypes,
  levels,
  locales,
  payUnits,
  remoteKinds,
  type EmploymentType,
  type Level,
  type Locale,
  type PayUnit,
  type RemoteKind,
} from '@gonggo/content';
import { Id, Ids, Line, ListOf, Moment, One, OneOf, Prose, WebAddress, Whole } from '@gonggo/content/schema';

export class Place {
  @Line(2, 'ISO 3166-1 alpha-2 country', { min: 2, example: 'KR' }) country!: string;
  @Line(80, 'Region', { example: '경기' }) region!: string;
  @Line(80, 'City', { example: '성남' }) locality!: string;
}

export class Experience {
  @Whole(0, 60, 'Least years', { nullable: true }) minYears!: number | null;
  @Whole(0, 60, 'Most years', { nullable: true }) maxYears!: number | null;
}

/** Gross pay in whole units of its currency. */
export class Pay {
  @Line(3, 'ISO 4217 currency', { min: 3, example: 'KRW' }) currency!: string;
  @Whole(0, 1_000_000_000_000, 'Least', { nullable: true }) min!: number | null;
  @Whole(0, 1_000_000_000_000, 'Most', { nullable: true }) max!: number | null;
  @OneOf(payUnits, 'Per') unit!: PayUnit;
}

export class Cover {
  @Id('The image') imageId!: string;
  @Line(300, 'What it shows; empty = decoration') alt!: string;
}

/** Someone named above the text. `accountId` is null for a person without an account. */
export class DraftAuthor {
  @Id('Account', { nullable: true }) accountId!: string | null;
  @Line(80, 'Name or nickname', { min: 1 }) name!: string;
  @Line(80, 'Role shown beside the name', { example: 'CTO' }) role!: string;
  @Id('Portrait: an image', { nullable: true }) avatar!: string | null;
}

/** The facts of a draft: everything but its sections. */
export class DraftFacts {
  @Line(200, 'Headline') title!: string;
  @Line(120, 'The role alone, as search engines want it', { example: '백엔드 개발자 (Node.js)' })
  jobTitle!: string;
  @Prose(400, 'One or two sentences for lists and previews') summary!: string;
  @Line(120, 'Address part; keeps Hangul') slug!: string;
  @One(() => Cover, 'Cover picture', { nullable: true }) cover!: Cover | null;
  @Line(120, 'Company; empty = the site name') company!: string;
  @Line(80, 'Team slug from the taxonomy', { nullable: true }) team!: string | null;
  @Line(80, 'Job family slug from the taxonomy', { nullable: true }) jobFamily!: string | null;
  @One(() => Experience, 'Years of experience', { nullable: true }) experience!: Experience | null;
  @OneOf(levels, 'Level', { nullable: true }) level!: Level | null;
  @OneOf(employmentTypes, 'schema.org employment type', { nullable: true })
  employmentType!: EmploymentType | null;
  @ListOf(() => Place, 20, 'Places of work') locations!: Place[];
  @OneOf(remoteKinds, 'How much of it is remote', { nullable: true }) remote!: RemoteKind | null;
  @One(() => Pay, 'Pay', { nullable: true }) pay!: Pay | null;
  @Whole(1, 10_000, 'Number of openings', { nullable: true }) openings!: number | null;
  @Moment('From when one can apply', { nullable: true }) opensAt!: string | null;
  @Moment('Until when one can apply; null = until filled', { nullable: true }) closesAt!: string | null;
  @Line(64, 'IANA zone in which times are shown', { example: 'Asia/Seoul' }) closesAtZone!: string;
  @WebAddress('Where to apply: https or mailto', { nullable: true, mail: true }) applyUrl!: string | null;
  @Ids(20, 'Tags from the taxonomy, by id') tagIds!: string[];
  @ListOf(() => DraftAuthor, 10, 'Authors, first = whose letter it is') authors!: DraftAuthor[];
}

/** A change of facts: what is missing stays. */
export class ChangeFacts {
  @Line(200, 'Headline', { optional: true }) title?: string;
  @Line(120, 'Role alone', { optional: true }) jobTitle?: string;
  @Prose(400, 'Summary', { optional: true }) summary?: string;
  @Line(120, 'Address part', { optional: true, min: 1 }) slug?: string;
  @One(() => Cover, 'Cover picture', { optional: true, nullable: true }) cover?: Cover | null;
  @Line(120, 'Company', { optional: true }) company?: string;
  @Line(80, 'Team slug', { optional: true, nullable: true }) team?: string | null;
  @Line(80, 'Job family slug', { optional: true, nullable: true }) jobFamily?: string | null;
  @One(() => Experience, 'Experience', { optional: true, nullable: true }) experience?: Experience | null;
  @OneOf(levels, 'Level', { optional: true, nullable: true }) level?: Level | null;
  @OneOf(employmentTypes, 'Employment type', { optional: true, nullable: true })
  employmentType?: EmploymentType | null;
  @ListOf(() => Place, 20, 'Places of work', { optional: true }) locations?: Place[];
  @OneOf(remoteKinds, 'Remote', { optional: true, nullable: true }) remote?: RemoteKind | null;
  @One(() => Pay, 'Pay', { optional: true, nullable: true }) pay?: Pay | null;
  @Whole(1, 10_000, 'Openings', { optional: true, nullable: true }) openings?: number | null;
  @Moment('Opens at', { optional: true, nullable: true }) opensAt?: string | null;
  @Moment('Closes at', { optional: true, nullable: true }) closesAt?: string | null;
  @Line(64, 'IANA zone', { optional: true }) closesAtZone?: string;
  @WebAddress('Where to apply', { optional: true, nullable: true, mail: true }) applyUrl?: string | null;
  @Ids(20, 'Tags by id', { optional: true }) tagIds?: string[];
  @ListOf(() => DraftAuthor, 10, 'Authors', { optional: true }) authors?: DraftAuthor[];
}

/** A new draft. Every other fact starts empty; the slug is made from the title when left out. */
export class NewDraft {
  @Line(200, 'Headline', { min: 1 }) title!: string;
  @OneOf(locales, 'Language of the text', { optional: true }) locale?: Locale;
  @Line(120, 'Address part', { optional: true, min: 1 }) slug?: string;
  @Line(120, 'Role alone', { optional: true }) jobTitle?: string;
  @Id('The posting of which this is another language', { optional: true }) variantOf?: string;
}

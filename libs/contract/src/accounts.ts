import {
  Flag,
  Id,
  Line,
  Lines,
  ListOf,
  Moment,
  One,
  OneOf,
  Prose,
  SomeOf,
  WebAddress,
  Whole,
} from '@gonggo/content/schema';

export const roles = ['owner', 'editor', 'author', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const scopes = [
  'published:read',
  'drafts:read',
  'drafts:write',
  'images:write',
  'postings:publish',
] as const;
export type Scope = (typeof scopes)[number];

export const languages = ['ko', 'en'] as const;

export class SignIn {
  @Line(254, 'Email', { min: 3 }) email!: string;
  @Prose(200, 'Password', { min: 1 }) password!: string;
  @Line(20, 'Six digits from the authenticator, or a recovery code', { optional: true }) code?: string;
}

/** Oneself. */
export class Me {
  @Id('Account') id!: string;
  @Line(254, 'Email') email!: string;
  @Line(80, 'Name readers see') name!: string;
  @Line(80, 'Role readers see, for example CTO') byline!: string;
  @Id('Portrait: an image', { nullable: true }) avatar!: string | null;
  @OneOf(roles, 'What one may do') role!: Role;
  @OneOf(languages, 'Language of the admin') language!: 'ko' | 'en';
  @Flag('TOTP is on') totp!: boolean;
  @Whole(0, 20, 'Recovery codes left') recoveryCodesLeft!: number;
}

export class ChangeMe {
  @Line(80, 'Name', { optional: true, min: 1 }) name?: string;
  @Line(80, 'Byline', { optional: true }) byline?: string;
  @Id('Portrait', { optional: true, nullable: true }) avatar?: string | null;
  @OneOf(languages, 'Language', { optional: true }) language?: 'ko' | 'en';
}

export class ChangePassword {
  @Prose(200, 'Present password', { min: 1 }) current!: string;
  @Prose(200, 'New password: 10 characters or more', { min: 10 }) next!: string;
}

/** `POST /me/totp`: without `code` = begin (answers the secret); with it = confirm (answers recovery codes, once). */
export class SetUpTotp {
  @Prose(200, 'Present password', { min: 1 }) password!: string;
  @Line(10, 'Six digits made with the secret', { optional: true }) code?: string;
}

export class TotpSetUp {
  @Line(200, 'Base32 secret; null once confirmed', { nullable: true }) secret!: string | null;
  @Line(500, 'otpauth: address for a QR code; null once confirmed', { nullable: true }) uri!: string | null;
  @Flag('TOTP is on now') on!: boolean;
  @Lines(20, 40, 'Recovery codes, shown once') recoveryCodes!: string[];
}

export class RemoveTotp {
  @Prose(200, 'Present password', { min: 1 }) password!: string;
  @Line(20, 'Six digits from the authenticator, or a recovery code', { optional: true }) code?: string;
}

/** `POST /sessions/current/confirmation`: password and, with TOTP on, a code, as at the sign-in. */
export class ConfirmSession {
  @Prose(200, 'Present password', { min: 1 }) password!: string;
  @Line(20, 'Six digits from the authenticator, or a recovery code', { optional: true }) code?: string;
}

export class SessionInfo {
  @Id('Session') id!: string;
  @Flag('The one that asks') current!: boolean;
  @Line(300, 'Browser as it names itself') userAgent!: string;
  @Moment('Signed in') createdAt!: string;
  @Moment('Last seen') seenAt!: string;
  @Moment('Ends') expiresAt!: string;
}

export class SessionList {
  @ListOf(() => SessionInfo, 200, 'Newest first') data!: SessionInfo[];
}

export class Account {
  @Id('Account') id!: string;
  @Line(254, 'Email') email!: string;
  @Line(80, 'Name') name!: string;
  @Line(80, 'Byline') byline!: string;
  @Id('Portrait', { nullable: true }) avatar!: string | null;
  @OneOf(roles, 'Role') role!: Role;
  @Flag('Locked: cannot sign in') locked!: boolean;
  @Flag('TOTP is on') totp!: boolean;
  @Flag('Invited, no password yet') pending!: boolean;
  @Moment('Strangers try its password: until when unknown devices wait', { nullable: true })
  signInDelayedUntil!: string | null;
  @Moment('Last seen', { nullable: true }) seenAt!: string | null;
  @Moment('Created') createdAt!: string;
}

/** Somebody who may be named as an author of a posting: what readers would see, and nothing of the account. */
export class PossibleAuthor {
  @Id('Account, for `accountId` of an author') id!: string;
  @Line(80, 'Name readers see') name!: string;
  @Line(80, 'Role readers see') byline!: string;
  @Id('Portrait: an image', { nullable: true }) avatar!: string | null;
}

export class PossibleAuthorList {
  @ListOf(() => PossibleAuthor, 1000, 'By name') data!: PossibleAuthor[];
}

export class AccountList {
  @ListOf(() => Account, 1000, 'By name') data!: Account[];
}

export class NewAccount {
  @Line(254, 'Email', { min: 3 }) email!: string;
  @Line(80, 'Name', { min: 1 }) name!: string;
  @Line(80, 'Byline', { optional: true }) byline?: string;
  @OneOf(roles, 'Role') role!: Role;
}

export class ChangeAccount {
  @OneOf(roles, 'Role', { optional: true }) role?: Role;
  @Flag('Lock or unlock', { optional: true }) locked?: boolean;
  @Line(80, 'Name', { optional: true, min: 1 }) name?: string;
  @Line(80, 'Byline', { optional: true }) byline?: string;
}

/** A link that lets its holder set a password: single use, 24 h. Shown once. */
export class Invitation {
  @Line(500, 'Address to hand over; null in a replay', { nullable: true }) url!: string | null;
  @Moment('Until') expiresAt!: string;
}

export class NewAccountReply {
  @One(() => Account, 'The account') account!: Account;
  @One(() => Invitation, 'Its invitation') invitation!: Invitation;
}

/** `POST /invitations/look-up`: public, the token is the credential. In a body, which no log keeps. */
export class LookUpInvitation {
  @Line(200, 'Token from the link', { min: 20 }) token!: string;
}

/** What the holder of a link may know before setting a password. */
export class OpenInvitation {
  @Line(80, 'Company that invites') siteName!: string;
  @Line(254, 'Email one will sign in with') email!: string;
  @Line(80, 'Name') name!: string;
  @OneOf(roles, 'What one will be allowed to do') role!: Role;
  @Flag('The account had a password already') reset!: boolean;
  @Line(80, 'Who made the link; null when nobody of the admin did', { nullable: true })
  invitedBy!: string | null;
  @Moment('Until') expiresAt!: string;
}

/** `POST /invitations/accept`: public, the token is the credential. */
export class AcceptInvitation {
  @Line(200, 'Token from the link', { min: 20 }) token!: string;
  @Prose(200, 'New password: 10 characters or more', { min: 10 }) password!: string;
}

/** Who made a key. */
export class KeyMaker {
  @Id('Account') id!: string;
  @Line(80, 'Name') name!: string;
}

export class ApiKey {
  @Id('Key') id!: string;
  @Line(80, 'Name') name!: string;
  @SomeOf(scopes, 'What it may do') scopes!: Scope[];
  @Line(20, 'First characters, to tell keys apart') prefix!: string;
  @Moment('Created') createdAt!: string;
  @Moment('Last used, to the minute', { nullable: true }) usedAt!: string | null;
  @Moment('Ends', { nullable: true }) expiresAt!: string | null;
  @One(() => KeyMaker, 'Who made it; null when no account did', { nullable: true })
  createdBy!: KeyMaker | null;
  @Flag('Stopped: the account that made it is locked') stopped!: boolean;
}

export class ApiKeyList {
  @ListOf(() => ApiKey, 1000, 'Newest first') data!: ApiKey[];
}

export class NewApiKey {
  @Line(80, 'Name', { min: 1 }) name!: string;
  @SomeOf(scopes, 'Scopes') scopes!: Scope[];
  @Moment('Ends', { optional: true, nullable: true }) expiresAt?: string | null;
}

/** Answer to making a key. `secret` is shown this once and never stored; a replay has null. */
export class NewApiKeyReply {
  @One(() => ApiKey, 'The key') apiKey!: ApiKey;
  @Line(200, 'The key itself: send it as Bearer', { nullable: true }) secret!: string | null;
}

/** Site settings, public in full. */
export class Settings {
  @Line(80, 'Company name') siteName!: string;
  @Line(200, 'One sentence of who we are, Korean') taglineKo!: string;
  @Line(200, 'The same in English') taglineEn!: string;
  @Line(30, 'Accent: an sRGB colour like #c8321e, empty = seal red') accent!: string;
  @Id('Logo: an image', { nullable: true }) logo!: string | null;
  @Id('Picture on the home page', { nullable: true }) homeImage!: string | null;
  @Line(300, 'What the home picture shows') homeImageAlt!: string;
  @WebAddress('Company site', { nullable: true }) companyUrl!: string | null;
  @Line(12, 'Which installation this is, for names in a browser’s storage; made once') installation!: string;
  @Whole(1, 2_147_483_647, 'Revision') revision!: number;
}

export class ChangeSettings {
  @Line(80, 'Company name', { optional: true, min: 1 }) siteName?: string;
  @Line(200, 'Tagline, Korean', { optional: true }) taglineKo?: string;
  @Line(200, 'Tagline, English', { optional: true }) taglineEn?: string;
  @Line(30, 'Accent', { optional: true }) accent?: string;
  @Id('Logo', { optional: true, nullable: true }) logo?: string | null;
  @Id('Home picture', { optional: true, nullable: true }) homeImage?: string | null;
  @Line(300, 'Home picture alt', { optional: true }) homeImageAlt?: string;
  @WebAddress('Company site', { optional: true, nullable: true }) companyUrl?: string | null;
}

export const termKinds = ['team', 'jobFamily', 'tag'] as const;
export type TermKind = (typeof termKinds)[number];

/** One word of the vocabulary: a team, a job family or a tag. */
export class Term {
  @Id('Term') id!: string;
  @OneOf(termKinds, 'Vocabulary') kind!: TermKind;
  @Line(80, 'Slug') slug!: string;
  @Line(80, 'Name in Korean') nameKo!: string;
  @Line(80, 'Name in English') nameEn!: string;
  @Whole(1, 2_147_483_647, 'Revision') revision!: number;
}

export class TermList {
  @ListOf(() => Term, 2000, 'By kind and name') data!: Term[];
}

export class NewTerm {
  @OneOf(termKinds, 'Vocabulary') kind!: TermKind;
  @Line(80, 'Name in Korean', { min: 1 }) nameKo!: string;
  @Line(80, 'Name in English', { optional: true }) nameEn?: string;
  @Line(80, 'Slug; made from the name when left out', { optional: true, min: 1 }) slug?: string;
}

export class ChangeTerm {
  @Line(80, 'Name in Korean', { optional: true, min: 1 }) nameKo?: string;
  @Line(80, 'Name in English', { optional: true }) nameEn?: string;
}

import { createHash, randomUUID } from 'node:crypto';
import type { Draft, DraftAuthor } from '@gonggo/contract';
import type { Person, TestApi } from '../../support/api.ts';
import { pngOf } from '../pictures.ts';
import type { Subject } from './callers.ts';

/** Whose something is, seen from the caller: made by them, named in it, or neither. */
export const relations = ['created', 'named', 'foreign'] as const;
export type Relation = (typeof relations)[number];

export const draftStates = ['unpublished', 'live', 'withdrawn'] as const;
export const imageStates = ['hidden', 'shown'] as const;

/** Which row an attempt is about. */
export interface Situation {
  relation: Relation;
  state: (typeof draftStates)[number] | (typeof imageStates)[number];
}

const body = {
  intro: '',
  body: {
    version: 1,
    doc: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: '함께 만들어요.' }] }],
    },
  },
} as never;

/** Rows in every state and relation, made by a colleague who is none of the callers. */
export class Fixtures {
  private readonly drafts = new Map<string, string>();
  private readonly seen = new Map<string, Draft>();
  private readonly images = new Map<string, string>();
  private picture: string | null = null;

  constructor(
    readonly api: TestApi,
    readonly colleague: Person,
  ) {}

  static async of(api: TestApi): Promise<Fixtures> {
    return new Fixtures(api, await api.signIn('owner'));
  }

  /** A draft in that situation, made if there is none, as it was when last looked at. */
  async draft(caller: Subject, situation: Situation): Promise<Draft> {
    const place = placeOf(caller, situation);
    let id = this.drafts.get(place);
    if (!id) this.drafts.set(place, (id = await this.makeDraft(caller, situation.relation, situation.state)));
    const draft = this.seen.get(id) ?? (await this.colleague.drafts.get(id));
    this.seen.set(id, draft);
    return draft;
  }

  /** Call when somebody may have changed something: revisions are asked for anew. */
  lookAgain(): void {
    this.seen.clear();
  }

  /** Call when an attempt may have moved a row out of its situation. */
  spent(caller: Subject, situation: Situation): void {
    this.drafts.delete(placeOf(caller, situation));
    this.images.delete(placeOf(caller, situation));
  }

  /** An image in that situation. */
  async image(caller: Subject, situation: Situation): Promise<string> {
    const place = placeOf(caller, situation);
    let id = this.images.get(place);
    if (!id) {
      const shown = situation.state === 'shown';
      this.images.set(place, (id = await this.makeImage(caller, situation.relation, shown)));
    }
    return id;
  }

  private async makeDraft(
    { accountId }: Subject,
    relation: Relation,
    state: Situation['state'],
  ): Promise<string> {
    const { drafts } = this.colleague;
    const made = await drafts.create({ title: `공고 ${randomUUID().slice(0, 8)}`, jobTitle: '개발자' });
    const named: DraftAuthor[] = [{ accountId, name: '이름', role: '', avatar: null }];
    const authors = relation === 'created' ? [] : relation === 'named' ? named : made.facts.authors;
    const applyUrl = 'https://jobs.gonggo.example/apply';
    await drafts.change(made.id, made.revision, { applyUrl, summary: '짧은 소개', authors });
    const { outline } = await drafts.addSection(made.id, made.outlineRevision, {
      kind: 'role',
      content: body,
    });
    await drafts.addSection(made.id, outline.revision, { kind: 'closing', content: body });
    if (relation === 'created') {
      await this.api.sql('UPDATE posting SET created_by = $2 WHERE id = $1', [made.id, accountId]);
    }
    if (state !== 'unpublished') await drafts.publish(made.id);
    if (state === 'withdrawn') await drafts.withdraw(made.id);
    return made.id;
  }

  private async makeImage({ accountId }: Subject, relation: Relation, shown: boolean): Promise<string> {
    const like = await this.uploaded();
    const id = randomUUID();
    const createdBy = relation === 'created' ? accountId : this.colleague.accountId;
    await this.api.sql(
      `INSERT INTO image SELECT new.* FROM image AS old, jsonb_populate_record(old, $2) AS new WHERE old.id = $1`,
      [like, { id, hash: createHash('sha256').update(id).digest('hex'), created_by: createdBy }],
    );
    await this.api.sql(
      `INSERT INTO image_variant (id, image_id, width, height, format, bytes, etag)
       SELECT gen_random_uuid(), $2, width, height, format, bytes, etag FROM image_variant WHERE image_id = $1`,
      [like, id],
    );
    if (shown) await this.show(id);
    return id;
  }

  /** Puts an image on the cover of something live. */
  private async show(imageId: string): Promise<void> {
    const { drafts } = this.colleague;
    const id = await this.makeDraft(nobody, 'foreign', 'unpublished');
    await drafts.change(id, (await drafts.get(id)).revision, { cover: { imageId, alt: '표지' } });
    await drafts.publish(id);
  }

  private async uploaded(): Promise<string> {
    if (this.picture) return this.picture;
    const file = new Blob([new Uint8Array(pngOf(8, 8))], { type: 'image/png' });
    const { id } = await this.colleague.images.upload(file, 'seal.png', { alt: '도장', licence: 'own' });
    return (this.picture = id);
  }
}

/** What is nobody's of the callers serves all of them. */
const placeOf = ({ name }: Subject, { relation, state }: Situation) =>
  `${relation === 'foreign' ? 'anybody' : name} ${relation} ${state}`;

const nobody: Subject = { name: 'nobody', role: null, scopes: null, accountId: null, headers: {} };

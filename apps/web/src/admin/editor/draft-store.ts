import type { ImageInfo, SectionKind } from '@gonggo/content';
import type { Draft, DraftFacts, DraftSection, Outline } from '@gonggo/contract';
import type { Client } from '@gonggo/contract/client';
import { FactsTyping } from '../facts/facts-typing.ts';
import type { Autosave } from '../saving/autosave.ts';
import type { LocalCopies, LocalCopy } from '../saving/local-copies.ts';
import { Held } from '../saving/held.ts';
import { same } from '../saving/same.ts';
import { UnderWay } from '../saving/under-way.ts';
import {
  factsAutosave,
  isUnsaved,
  sectionAutosave,
  storedFacts,
  storedSection,
  type EditedSection,
  type SectionValue,
} from './draft-parts.ts';
import { moved, movedAlike } from './outline.ts';
import { OutlineQueue, unlessMissing, type OutlineState } from './outline-queue.ts';
import { newId } from '../session/new-id.ts';

export interface DraftSnapshot {
  /** State, versions and rights as last loaded; its facts and sections are the saved ones, not what is typed. */
  draft: Draft;
  /** Sections in the order they are shown. */
  order: readonly string[];
  images: Readonly<Record<string, ImageInfo>>;
  /** Texts of sections that are no longer there, kept on this device. */
  orphans: readonly LocalCopy[];
  outline: OutlineState;
  /** Parts brought back from this device. */
  recovered: number;
}

/** One open draft: what is typed, what is saved, and the outline. An external store for React. */
export class DraftStore {
  snapshot: DraftSnapshot;
  readonly facts: Autosave<DraftFacts>;
  readonly typing = new FactsTyping();
  readonly uploads = new UnderWay();
  private readonly parts = new Map<string, EditedSection>();
  private readonly listeners = new Set<() => void>();
  /** Deleted here, but not yet on the server: may still be undone. */
  private readonly hidden = new Set<string>();
  private readonly outline: OutlineQueue;

  constructor(
    private readonly client: Client,
    draft: Draft,
    private readonly copies: LocalCopies,
    private readonly account: string,
  ) {
    const order = draft.sections.map((section) => section.id);
    this.outline = new OutlineQueue(draft.outlineRevision, order, this.catchUp, () =>
      this.set({ outline: this.outline.state }),
    );
    const outline = this.outline.state;
    this.snapshot = { draft, order, images: draft.images, orphans: [], outline, recovered: 0 };
    for (const section of draft.sections) this.adopt(section);
    this.facts = factsAutosave(client, draft, this.keeper('facts'));
    this.facts.subscribe(this.tell);
    this.typing.subscribe(this.tell);
    this.uploads.subscribe(this.tell);
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly getSnapshot = () => this.snapshot;

  section(id: string): EditedSection | undefined {
    return this.parts.get(id);
  }

  get sections(): EditedSection[] {
    return this.snapshot.order.flatMap((id) => this.parts.get(id) ?? []);
  }

  get dirty(): boolean {
    if (this.typing.hasUnsaved || this.uploads.any) return true;
    return this.facts.dirty || this.hidden.size > 0 || this.sections.some(isUnsaved);
  }

  /**
   * Everything to the server now: typed text, deletions, and pictures once they are there. Answers whether it has all
   * of it; a picture that failed meanwhile it has not.
   */
  async flush(leaving = false): Promise<boolean> {
    const { any: uploading, failures } = this.uploads;
    this.typing.leave();
    for (const { held } of this.sections) held.leave();
    for (const id of [...this.hidden]) void this.commitRemoval(id).catch(() => undefined);
    const parts = [this.facts, ...this.sections.map((section) => section.save)];
    const saved = await Promise.all(parts.map((part) => part.flush(leaving)));
    await this.outline.idle();
    if (uploading && !leaving) {
      await this.uploads.idle();
      return (await this.flush()) && this.uploads.failures === failures;
    }
    const held = this.typing.hasUnsaved || this.sections.some((section) => section.held.any);
    return saved.every(Boolean) && this.outline.state.problem === null && !held;
  }

  retry() {
    this.facts.retry();
    for (const { save } of this.sections) save.retry();
  }

  addImage(id: string, info: ImageInfo) {
    this.set({ images: { ...this.snapshot.images, [id]: info } });
  }

  /** Adds a section after `after` (null = first, undefined = last) and answers its id. */
  add(kind: SectionKind, after?: string | null, value?: Partial<SectionValue>): Promise<string> {
    const key = newId();
    return this.outline.run(async () => {
      const { ids, revision } = this.outline;
      const position = after === undefined ? ids.length : after === null ? 0 : ids.indexOf(after) + 1;
      // The key covers a lost answer; the same wish on a newer outline is another request with another key.
      const once = { idempotencyKey: `${key}-${revision}` };
      const reply = await this.client.drafts.addSection(
        this.id,
        revision,
        { kind, position, ...value },
        once,
      );
      this.adopt(reply.section);
      this.settle(reply.outline);
      return reply.section.id;
    });
  }

  /** Moves a section to `to` among those shown. */
  async move(id: string, to: number): Promise<void> {
    const wished = moved(this.snapshot.order, id, to);
    if (same(wished, this.snapshot.order)) return;
    this.set({ order: wished });
    await this.outline
      .run(async () => {
        const ids = movedAlike(this.outline.ids, id, wished);
        if (!same(ids, this.outline.ids))
          this.settle(await this.client.drafts.order(this.id, this.outline.revision, ids));
      })
      .catch((error: unknown) => {
        this.set({ order: this.shown() });
        throw error;
      });
  }

  /** Takes a section off the page. The server hears of it with `commitRemoval`; until then `restore` undoes it. */
  remove(id: string) {
    this.hidden.add(id);
    this.set({ order: this.snapshot.order.filter((one) => one !== id) });
  }

  restore(id: string) {
    if (this.hidden.delete(id)) this.set({ order: this.shown() });
  }

  commitRemoval(id: string): Promise<void> {
    return this.outline.run(async () => {
      if (!this.hidden.has(id)) return;
      if (this.outline.ids.includes(id)) {
        const { revision } = this.outline;
        this.settle(
          await this.client.drafts.removeSection(this.id, id, revision).catch(unlessMissing(this.outline)),
        );
      }
      this.forget(id);
    });
  }

  /** Takes over what is newer on the server, wherever nothing is unsaved here and nobody `isWriting`. */
  absorb(draft: Draft, isWriting: (part: string) => boolean = () => false) {
    const factsRest = !this.facts.busy && !this.typing.hasUnsaved && !isWriting('facts');
    if (draft.revision > this.facts.snapshot.stored.revision && factsRest)
      this.facts.replace(storedFacts(draft));
    for (const section of draft.sections) {
      const mine = this.parts.get(section.id);
      if (!mine) this.adopt(section);
      else if (!mine.held.any && !isWriting(section.id)) mine.save.catchUp(storedSection(section));
    }
    const sectionIds = draft.sections.map((section) => section.id);
    const { ordering } = this.outline.state;
    const losesWriting = [...this.parts.keys()].some((id) => !sectionIds.includes(id) && isWriting(id));
    if (draft.outlineRevision > this.outline.revision && !ordering && !losesWriting) {
      this.outline.settle({ revision: draft.outlineRevision, sectionIds });
      this.markMissing(sectionIds);
    }
    // A move that is under way is already on the page: leave it there.
    const order = ordering ? this.snapshot.order : this.shown();
    this.set({ draft, images: { ...this.snapshot.images, ...draft.images }, order });
  }

  /** Brings back what this device kept when a tab died. */
  async recover(): Promise<void> {
    const orphans: LocalCopy[] = [];
    let recovered = 0;
    for (const copy of await this.copies.leftBehind(this.account, this.id)) {
      const section = this.parts.get(copy.part);
      const part = copy.part === 'facts' ? this.facts : section?.save;
      const before = part?.snapshot.epoch;
      // Words that are typed already stay where they are; the copy stands beside them.
      const taken = !section?.held.any && (part as Autosave<unknown> | undefined)?.recover(copy);
      if (!taken) {
        orphans.push(copy);
        continue;
      }
      this.copies.drop(copy);
      if (part?.snapshot.epoch !== before) recovered++;
    }
    if (orphans.length || recovered) this.set({ orphans, recovered });
  }

  /** Adds a left-behind text as a section of its own; only then its copy goes. */
  async reviveOrphan(copy: LocalCopy): Promise<void> {
    await this.add(copy.kind ?? 'text', undefined, copy.value as SectionValue);
    this.dropOrphan(copy);
  }

  dropOrphan(copy: LocalCopy) {
    this.copies.drop(copy);
    this.set({ orphans: this.snapshot.orphans.filter((one) => one !== copy) });
  }

  /** A section that is gone on the server leaves the page, its text with it. */
  forget(id: string) {
    this.hidden.delete(id);
    this.copies.drop({ account: this.account, posting: this.id, part: id });
    this.parts.delete(id);
    this.set({ order: this.snapshot.order.filter((one) => one !== id) });
  }

  dismissRecovered() {
    this.set({ recovered: 0 });
  }

  private get id() {
    return this.snapshot.draft.id;
  }

  /** What the server has, without what is deleted here, with what was deleted there while text was unsaved. */
  private shown() {
    const { ids } = this.outline;
    const gone = [...this.parts.values()]
      .filter((section) => !ids.includes(section.id) && isUnsaved(section))
      .map(({ id }) => id);
    return [...ids, ...gone].filter((id) => !this.hidden.has(id));
  }

  private adopt(section: DraftSection) {
    if (this.parts.has(section.id)) return;
    const save = sectionAutosave(this.client, this.id, section, this.keeper(section.id, section.kind));
    save.subscribe(this.tell);
    const held = new Held();
    held.subscribe(this.tell);
    this.parts.set(section.id, { id: section.id, kind: section.kind, save, held });
  }

  private keeper(part: string, kind?: SectionKind) {
    return (copy: { value: unknown; revision: number } | null) => {
      const at = { account: this.account, posting: this.snapshot.draft.id, part };
      if (copy) this.copies.put({ ...at, ...(kind && { kind }), ...copy, at: new Date().toISOString() });
      else this.copies.drop(at);
    };
  }

  /** Somebody else changed the outline: take it over, with the sections it brings. */
  private readonly catchUp = async ({ sectionIds }: Outline) => {
    const unknown = sectionIds.filter((id) => !this.parts.has(id));
    for (const id of unknown) this.adopt(await this.client.drafts.getSection(this.id, id));
    this.markMissing(sectionIds);
  };

  /** Sections the server no longer has go; those with unsaved text stay, and say so. */
  private markMissing(ids: readonly string[]) {
    for (const [id, section] of this.parts) {
      if (ids.includes(id)) continue;
      if (isUnsaved(section)) section.save.markGone();
      else this.parts.delete(id);
    }
  }

  private settle(outline: Outline) {
    this.outline.settle(outline);
    const shown = this.shown();
    // A move that waits behind this one is already on the page: leave it there.
    const sameSections = same([...shown].sort(), [...this.snapshot.order].sort());
    if (this.outline.isLast || !sameSections) this.set({ order: shown });
  }

  private readonly tell = () => this.set({});

  private set(change: Partial<DraftSnapshot>) {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}

import type { Entry } from './entry.ts';

/** Longest key that is kept, in bytes: visitors choose keys. */
const longestKey = 1024;

/**
 * Entries under their keys, within a number of bytes. What goes first is what nobody asked for since the hand last
 * passed ("second chance"): a hit costs one flag instead of a move. Refusals have a smaller place of their own, so
 * that guessed addresses never push out pages.
 */
export class Shelf {
  private readonly pages = new Map<string, Entry>();
  private readonly refusals = new Map<string, Entry>();
  private bytes = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly maxRefusals: number,
  ) {}

  get(key: string): Entry | undefined {
    return this.pages.get(key) ?? this.refusals.get(key);
  }

  put(key: string, entry: Entry): void {
    this.delete(key);
    const size = sizeOf(key, entry);
    // One reply may not push out all the others.
    if (Buffer.byteLength(key) > longestKey || size > this.maxBytes / 4) return;
    const place = this.placeOf(entry);
    place.set(key, entry);
    this.bytes += size;
    entry.grown = (added) => {
      if (place.get(key) !== entry) return;
      this.bytes += added;
      this.shrink(entry);
    };
    if (this.refusals.size > this.maxRefusals) this.evictFrom(this.refusals, entry);
    this.shrink(entry);
  }

  delete(key: string): void {
    for (const place of [this.pages, this.refusals]) {
      const entry = place.get(key);
      if (!entry) continue;
      place.delete(key);
      this.bytes -= sizeOf(key, entry);
    }
  }

  clear(): void {
    this.pages.clear();
    this.refusals.clear();
    this.bytes = 0;
  }

  *entries(): IterableIterator<[string, Entry]> {
    yield* this.pages;
    yield* this.refusals;
  }

  get size(): { bytes: number; entries: number; refusals: number } {
    return { bytes: this.bytes, entries: this.pages.size + this.refusals.size, refusals: this.refusals.size };
  }

  private placeOf(entry: Entry): Map<string, Entry> {
    return entry.status >= 400 ? this.refusals : this.pages;
  }

  private shrink(newest: Entry): void {
    while (this.bytes > this.maxBytes) {
      if (this.refusals.size && this.evictFrom(this.refusals, newest)) continue;
      if (!this.evictFrom(this.pages, newest)) return;
    }
  }

  /** Takes one away; false when only `newest` is left. */
  private evictFrom(place: Map<string, Entry>, newest: Entry): boolean {
    for (const [key, entry] of place) {
      if (entry === newest && place.size === 1) return false;
      if (entry.used || entry === newest) {
        entry.used = false;
        place.delete(key);
        place.set(key, entry);
        continue;
      }
      this.delete(key);
      return true;
    }
    return false;
  }
}

/** Keys count, too: a flood of long addresses must stay within the bound. */
const sizeOf = (key: string, entry: Entry): number => Buffer.byteLength(key) + entry.size;

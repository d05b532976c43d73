import type { ProblemSpot } from '@gonggo/contract';
import { checkEncoding } from '../platform/http/encoding.ts';
import { checkText } from '../platform/http/json-body.ts';
import { badRequest } from '../platform/problem/problem.ts';
import { readPlace, type ListPlace, type Sort } from './sorts.ts';

const mostParameters = 100;

/** A query string, read parameter by parameter; what nobody read is unknown. */
export class Query {
  private readonly values = new Map<string, string>();
  private readonly read = new Set<string>();
  private readonly spots: ProblemSpot[] = [];

  constructor(search: string) {
    if (search.length < 2) return;
    if (search.includes('%')) checkEncoding(search);
    // Strangers write it: what is too much to look at is not looked at.
    if (search.split('&', mostParameters + 1).length > mostParameters)
      throw badRequest(`The query holds more than ${mostParameters} parameters.`);
    for (const [name, value] of new URLSearchParams(search)) {
      checkText(value, name);
      if (this.values.has(name)) this.wrong(name, 'Given more than once.');
      this.values.set(name, value.normalize('NFC'));
    }
  }

  one<Value extends string>(name: string, allowed: readonly Value[]): Value | null {
    const value = this.take(name);
    if (value === undefined) return null;
    const known = allowed.find((one) => one === value);
    if (known === undefined) this.wrong(name, `One of: ${allowed.join(', ')}.`);
    return known ?? null;
  }

  /** Values between commas; any of `allowed`, or any short text. */
  some<Value extends string>(name: string, allowed?: readonly Value[]): Value[] | null {
    const values = this.take(name)?.split(',');
    if (values === undefined) return null;
    if (values.length > 50) this.wrong(name, 'At most 50 values.');
    else if (allowed && !values.every((value) => (allowed as readonly string[]).includes(value))) {
      this.wrong(name, `Any of: ${allowed.join(', ')}; several with commas between.`);
    } else if (values.some((value) => value === '' || value.length > 200)) {
      this.wrong(name, 'Each value has 1 to 200 characters.');
    }
    return values as Value[];
  }

  whole(name: string, min: number, max: number): number | null {
    const value = this.take(name);
    if (value === undefined) return null;
    const number = /^\d{1,16}$/.test(value) ? Number(value) : NaN;
    if (!(number >= min && number <= max)) this.wrong(name, `A whole number from ${min} to ${max}.`);
    return number;
  }

  /** How ids begin: up to three digits. */
  start(name: string): string | null {
    const value = this.take(name);
    if (value === undefined) return null;
    if (!/^[0-9a-f]{1,3}$/.test(value)) this.wrong(name, 'One of `parts`.');
    return value;
  }

  place(name: string, sort: Sort): ListPlace | null {
    const value = this.take(name);
    if (value === undefined) return null;
    const place = readPlace(value, sort);
    if (!place) this.wrong(name, 'Hand back `page.nextCursor` as it was, with the same sort.');
    return place;
  }

  /** The target, if everything in the query was known and right. */
  checked<Target>(target: Target): Target {
    for (const name of this.values.keys()) {
      if (!this.read.has(name)) this.wrong(name, 'There is no such parameter here.');
    }
    if (this.spots.length)
      throw badRequest('The query is not one of this address: see `errors`.', this.spots);
    return target;
  }

  private take(name: string): string | undefined {
    this.read.add(name);
    return this.values.get(name);
  }

  private wrong(pointer: string, message: string): void {
    this.spots.push({ pointer, message });
  }
}

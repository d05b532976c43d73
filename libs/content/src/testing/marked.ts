import type { RichNode, RichText } from '../document.ts';
import { blocks, type BlockName } from '../rich-text/registry.ts';
import { Sampler } from '../rich-text/testing/samples.ts';
import { RichTextDocument } from '../sections/rich-field.ts';
import { anImageId } from './posting.ts';

interface ApiField {
  type?: unknown;
  isArray?: boolean;
  enum?: unknown[];
  format?: string;
}

/** Strings that are no words, and a value that they take. */
const notWords: Record<string, string> = { icon: 'nodedotjs' };

/** Fills objects from their schema classes alone, every string a mark of its own, so that no field is forgotten. */
export class Marked {
  readonly marks: string[] = [];
  private readonly sampler = new Sampler();

  /** `brief`: rich text of one paragraph instead of a block of every kind. */
  constructor(private readonly brief = false) {}

  /** Every mark handed out, those inside rich text too. */
  get all(): string[] {
    return [...this.marks, ...this.sampler.markers];
  }

  word(): string {
    const word = `표시${this.marks.length}x`;
    this.marks.push(word);
    return word;
  }

  content(shape: new () => object): Record<string, unknown> {
    const prototype = shape.prototype as object;
    const names = (Reflect.getMetadata('swagger/apiModelPropertiesArray', prototype) ?? []) as string[];
    return Object.fromEntries(
      names.map((colon) => {
        const name = colon.slice(1);
        const field = Reflect.getMetadata('swagger/apiModelProperties', prototype, name) as ApiField;
        return [
          name,
          field.isArray ? [this.value(name, field), this.value(name, field)] : this.value(name, field),
        ];
      }),
    );
  }

  private value(name: string, field: ApiField): unknown {
    if (name in notWords) return notWords[name];
    if (field.enum) return field.enum.at(-1);
    if (field.format === 'uuid') return anImageId;
    if (field.format === 'date') return '2026-11-01';
    if (field.type === String) return /url$/i.test(name) ? this.address() : this.word();
    if (field.type === Boolean) return name !== 'decorative';
    if (typeof field.type !== 'function') throw new Error(`${name}: a field this cannot fill`);
    const shape = (field.type as () => new () => object)();
    return shape === RichTextDocument ? this.richText() : this.content(shape);
  }

  private address(): string {
    const address = `https://example.com/mark${this.marks.length}x`;
    this.marks.push(address);
    return address;
  }

  private richText(): RichText {
    const names: BlockName[] = this.brief ? ['paragraph'] : (Object.keys(blocks) as BlockName[]);
    const content = names.flatMap((name): RichNode[] => this.sampler.documentWith(name).doc.content ?? []);
    return { version: 1, doc: { type: 'doc', content } };
  }
}

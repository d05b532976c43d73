import { createContext, use, useEffect, useState, type ReactNode } from 'react';

/** Texts that stand in a form but can't be told onward as they are, by the place of their field in it. */
export type HeldTexts = Readonly<Record<string, string>>;

/** One form's held texts. Tells all of them, also that there are none any more; never because the form itself goes. */
class Holder {
  private tell: ((texts: HeldTexts) => void) | undefined;
  private there = false;
  private readonly texts = new Map<string, string>();
  private telling = false;

  constructor(readonly before: HeldTexts) {}

  hold(place: string, text: string) {
    this.texts.set(place, text);
    this.changed();
  }

  letGo(place: string) {
    this.texts.delete(place);
    this.changed();
  }

  tells(tell: ((texts: HeldTexts) => void) | undefined) {
    this.tell = tell;
  }

  /** The form is there. What was held in a field that is not there any more is gone with it. */
  enter() {
    this.there = true;
    this.changed();
    return () => {
      this.there = false;
    };
  }

  private changed() {
    if (this.telling) return;
    this.telling = true;
    // A field lets go of a text before it holds the next, as does a form that closes: only what is left is told.
    queueMicrotask(() => {
      this.telling = false;
      if (this.there) this.tell?.(Object.fromEntries(this.texts));
    });
  }
}

const HolderContext = createContext<Holder | null>(null);
const PlaceContext = createContext('');

interface HoldTextsProps {
  /** What was held when the form was last there. */
  before?: HeldTexts | undefined;
  onHeld?: ((texts: HeldTexts) => void) | undefined;
  children: ReactNode;
}

/** Gathers what the fields within can't tell onward. */
export function HoldTexts({ before = {}, onHeld, children }: HoldTextsProps) {
  const [holder] = useState(() => new Holder(before));
  useEffect(() => holder.tells(onHeld));
  useEffect(() => holder.enter(), [holder]);
  return <HolderContext value={holder}>{children}</HolderContext>;
}

/**
 * Fields within stand apart from those of the same name elsewhere in the form. Names are the same in each language: a
 * form that is left in one comes back in another.
 */
export function FieldPlace({ part, children }: { part: string; children: ReactNode }) {
  const around = use(PlaceContext);
  return <PlaceContext value={`${around}${part}/`}>{children}</PlaceContext>;
}

/** Says that the field `name` holds a text it can't tell onward; null = it has told what it shows. */
export function useHeldText(name: string, text: string | null) {
  const holder = use(HolderContext);
  const place = `${use(PlaceContext)}${name}`;
  useEffect(() => {
    if (text === null || !holder) return;
    holder.hold(place, text);
    return () => holder.letGo(place);
  }, [holder, place, text]);
}

/** What the field `name` held when its form was last there. */
export function useTextBefore(name: string): string | null {
  const holder = use(HolderContext);
  const place = `${use(PlaceContext)}${name}`;
  const [before] = useState(() => holder?.before[place] ?? null);
  return before;
}

/** What the fields of part `part` held when the form was last there, by their names in it. */
export function useTextsBefore(part: string): HeldTexts {
  const holder = use(HolderContext);
  const place = `${use(PlaceContext)}${part}/`;
  const [before] = useState(() =>
    Object.fromEntries(
      Object.entries(holder?.before ?? {}).flatMap(([name, text]) =>
        name.startsWith(place) ? [[name.slice(place.length), text]] : [],
      ),
    ),
  );
  return before;
}

/** Holds texts by the names of fields that need not be there themselves. */
export const HoldAll = ({ texts }: { texts: HeldTexts }) =>
  Object.entries(texts).map(([name, text]) => <HoldOne key={name} {...{ name, text }} />);

function HoldOne({ name, text }: { name: string; text: string }) {
  useHeldText(name, text);
  return null;
}

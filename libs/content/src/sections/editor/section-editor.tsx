import { createElement } from 'react';
import type { Locale, SectionKind } from '../../document.ts';
import type { ImagePicker } from '../../image-picker.ts';
import type { SectionContent } from '../contents.ts';
import { formOf } from '../registry.editor.ts';
import { LineField } from './fields.tsx';
import { HoldTexts, type HeldTexts } from './held-texts.tsx';
import { formWords } from './words.ts';

export interface SectionEditorProps {
  kind: SectionKind;
  heading: string;
  content: SectionContent;
  onChange: (content: SectionContent) => void;
  onHeadingChange: (heading: string) => void;
  /** Texts to start with in fields that couldn't tell them onward when the form was last there. */
  held?: HeldTexts | undefined;
  /** Told what stands in the form but can't be told as content. */
  onHeld?: ((texts: HeldTexts) => void) | undefined;
  images: ImagePicker;
  /** The language of the labels. */
  locale: Locale;
  /** The language of the posting itself, unless it is the same. */
  textLocale?: Locale;
  disabled?: boolean;
}

/** A section as a form: its heading, and the fields of its kind. Every change it tells is whole and valid. */
export function SectionEditor({
  kind,
  heading,
  content,
  onChange,
  onHeadingChange,
  held,
  onHeld,
  images,
  locale,
  textLocale = locale,
  disabled = false,
}: SectionEditorProps) {
  const words = formWords(locale);
  return (
    <div className="s-form">
      <LineField
        className="s-lead"
        label={words.heading}
        hint={words.headingHint}
        value={heading}
        max={200}
        disabled={disabled}
        onChange={onHeadingChange}
      />
      <HoldTexts before={held} onHeld={onHeld}>
        {createElement(formOf(kind), { content, onChange, images, locale, textLocale, disabled })}
      </HoldTexts>
    </div>
  );
}

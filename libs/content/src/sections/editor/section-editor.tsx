import { createElement } from 'react';
import type { Locale, SectionKind } from '../../document.ts';
import type { ImagePicker } from '../../image-picker.ts';
import type { SectionContent } from '../contents.ts';
import { formOf } from '../registry.editor.ts';
import { LineField } from './fields.tsx';
import { formWords } from './words.ts';

export interface SectionEditorProps {
  kind: SectionKind;
  heading: string;
  content: SectionContent;
  onChange: (content: SectionContent) => void;
  onHeadingChange: (heading: string) => void;
  images: ImagePicker;
  /** The language of the labels. */
  locale: Locale;
  disabled?: boolean;
}

/** A section as a form: its heading, and the fields of its kind. Every change it tells is whole and valid. */
export function SectionEditor({
  kind,
  heading,
  content,
  onChange,
  onHeadingChange,
  images,
  locale,
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
      {createElement(formOf(kind), { content, onChange, images, locale, disabled })}
    </div>
  );
}

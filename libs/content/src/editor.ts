export type { ImagePicker, PickedImage } from './image-picker.ts';
export { RichTextField, type RichTextFieldProps } from './rich-text/editor/rich-text-field.tsx';
export type { HeldTexts } from './sections/editor/held-texts.tsx';
export { SectionEditor, type SectionEditorProps } from './sections/editor/section-editor.tsx';
export { beginning } from './sections/registry.editor.ts';

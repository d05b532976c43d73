import type { Locale } from '../../document.ts';
import type { ImagePicker } from '../../image-picker.ts';

/** What the form of one shape of content is given. Every change is a whole, valid content. */
export interface FormProps<Content> {
  content: Content;
  onChange: (content: Content) => void;
  images: ImagePicker;
  /** The language of the labels. */
  locale: Locale;
  /** The language of the posting itself: of what readers get. */
  textLocale: Locale;
  disabled: boolean;
}

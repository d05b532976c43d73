import type { EditorProps } from '@tiptap/pm/view';
import { cleanSlice, sliceOfText } from '../clipboard.ts';
import { fault } from './fault.ts';
import { paragraphsOf } from './words.ts';

/** How what is pasted or dropped is read. Where reading fails, its words come in without form. */
export const clipboardProps = {
  clipboardTextParser(text, $context, _plain, view) {
    try {
      return sliceOfText(text, $context);
    } catch (error) {
      fault(view, 'keptPlain', error);
      return paragraphsOf(text, view.state.schema);
    }
  },
  transformPasted(slice, view) {
    try {
      return cleanSlice(slice);
    } catch (error) {
      fault(view, 'keptPlain', error);
      return slice;
    }
  },
} satisfies EditorProps;

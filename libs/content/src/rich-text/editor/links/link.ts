import { Link } from '@tiptap/extension-link';
import { markStructure } from '../structure.ts';
import { linkAddress } from './address.ts';
import { pastedLinks } from './pasted.ts';
import { typedLinks } from './typed.ts';

/** Links as Tiptap knows them, made by our own rules: each in its stored form, or not at all. */
export const LinkMark = Link.configure({
  openOnClick: false,
  isAllowedUri: (address) => linkAddress(address) === address,
}).extend({
  ...markStructure('link'),
  addCommands() {
    return {
      ...this.parent?.(),
      setLink:
        ({ href: written }) =>
        ({ chain }) => {
          const href = linkAddress(written);
          return href !== null && chain().setMark(this.name, { href }).setMeta('preventAutolink', true).run();
        },
    };
  },
  addProseMirrorPlugins() {
    return [typedLinks(this.type), pastedLinks(this.type)];
  },
});

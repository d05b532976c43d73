import { markdownAddress } from '../../outputs/markdown.ts';
import { link as address, Refused } from '../attributes.ts';
import { defineMark } from '../block.ts';

const attributes = { href: address(true) };

export const link = defineMark({
  attributes,
  spec: {
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs(element) {
          try {
            return { href: attributes.href.read(element.getAttribute('href')) };
          } catch (error) {
            if (error instanceof Refused) return false;
            throw error;
          }
        },
      },
    ],
    toDOM: ({ attrs }) => ['a', { href: String(attrs.href), rel: 'noopener' }, 0],
  },
  View: ({ attrs, children }) => (
    <a href={attrs.href} rel={attrs.href.startsWith('#') ? undefined : 'noopener'}>
      {children}
    </a>
  ),
  toMarkdown: (inner, { href }) => `[${inner}](${markdownAddress(href)})`,
  toText: (inner, { href }) =>
    href.startsWith('#') || sameAddress(inner, href) ? inner : `${inner} (${href})`,
});

const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/\/$/, '');
const sameAddress = (words: string, href: string) => bare(words.trim()) === bare(href);

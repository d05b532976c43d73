import { embedFrom } from '../../blocks/embed.tsx';
import { all, classesOf, isBlank, make, type Pass } from './elements.ts';
import { styleOf } from './styles.ts';

/** Sides up to this many pixels are those of icons. */
const iconSide = 32;

const sideOf = (element: Element, name: 'width' | 'height') => {
  const given = parseFloat(element.getAttribute(name) ?? styleOf(element).get(name) ?? '');
  return Number.isFinite(given) ? given : null;
};

/** A sign within a line of text rather than a picture. */
export function isIcon(image: Element): boolean {
  const sides = [sideOf(image, 'width'), sideOf(image, 'height')].filter((side) => side !== null);
  return (sides.length > 0 && sides.every((side) => side <= iconSide)) || emojiOf(image) !== null;
}

const anyEmoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}){1,12}$/u;

/** The emoji that an image stands for, as a character or, where it has none, by its name. */
export function emojiOf(image: Element): string | null {
  const alt = (image.getAttribute('alt') ?? '').trim();
  const named = image.getAttribute('data-stringify-emoji') ?? image.getAttribute('data-emoji');
  if (alt !== '' && anyEmoji.test(alt)) return alt;
  if (named === null && !classesOf(image).some((one) => /^(?:emoji|emoticon|twemoji)$/i.test(one)))
    return null;
  const codes = /\/([\da-f]{4,5}(?:[-_][\da-f]{4,5}){0,7})\.(?:png|svg|gif|webp)/i.exec(
    image.getAttribute('src') ?? '',
  );
  const found = codes?.[1]
    ?.split(/[-_]/)
    .map((code) => String.fromCodePoint(parseInt(code, 16)))
    .join('');
  return found && anyEmoji.test(found) ? found : alt || named || '';
}

/** What the page calls a picture: its description, its title, or the name of its file. */
export function nameOfPicture(image: Element): string {
  const words = image.getAttribute('alt') ?? '';
  if (!isBlank(words)) return words.trim();
  const title = image.getAttribute('title') ?? '';
  if (!isBlank(title)) return title.trim();
  const path = (image.getAttribute('src') ?? '').split(/[?#]/)[0] ?? '';
  return path.startsWith('data:') ? '' : (path.split(/[/\\]/).at(-1) ?? '').slice(0, 80);
}

const addressOf = (frame: Element) => {
  const address = frame.getAttribute('src') ?? '';
  return address.startsWith('//') ? `https:${address}` : address;
};

/** A video of a service we know, which has a block of its own. */
export const isEmbed = (frame: Element): boolean =>
  frame.localName === 'iframe' && embedFrom(addressOf(frame)) !== null;

/**
 * Emoji images as the characters they stand for, videos of services we know as links to them, a linked picture as
 * a link that bears its name. Pictures of elsewhere have no place in our texts: the editor names those left out.
 */
export const readPictures: Pass = (root) => {
  for (const image of all(root, 'img')) {
    const emoji = emojiOf(image);
    if (emoji !== null) image.replaceWith(emoji);
    else {
      const link = image.closest('a');
      const name = isIcon(image) ? '' : nameOfPicture(image);
      if (link && name && isBlank(link.textContent ?? '')) image.replaceWith(name);
      else image.remove();
    }
  }
  for (const frame of all(root, 'iframe')) {
    const found = embedFrom(addressOf(frame));
    if (!found) continue;
    const box = make(frame, 'div');
    const title = (frame.getAttribute('title') ?? '').trim().slice(0, 300);
    box.setAttribute('data-type', 'embed');
    box.setAttribute('data-attrs', JSON.stringify({ ...found, title }));
    frame.replaceWith(box);
  }
  for (const other of all(root, 'iframe, video, svg, picture > source, embed')) other.remove();
};

import { markdownAddress, markdownLine } from '../../outputs/markdown.ts';
import { choice, code, line } from '../attributes.ts';
import { defineBlock } from '../block.ts';
import { boxed, unboxed } from '../dom.ts';

export const embedProviders = ['youtube', 'instagram', 'x'] as const;
export type EmbedProvider = (typeof embedProviders)[number];

interface Provider {
  name: string;
  id: RegExp;
  url(id: string): string;
  /** The id in an address of theirs. */
  hosts: RegExp;
  path: RegExp;
}

const providers: Record<EmbedProvider, Provider> = {
  youtube: {
    name: 'YouTube',
    id: /^[A-Za-z0-9_-]{11}$/,
    url: (id) => `https://www.youtube.com/watch?v=${id}`,
    hosts: /^(?:(?:www|m)\.)?(?:youtube\.com|youtube-nocookie\.com|youtu\.be)$/,
    path: /^\/(?:(?:shorts|embed|live)\/)?([A-Za-z0-9_-]{11})\/?$/,
  },
  instagram: {
    name: 'Instagram',
    id: /^[A-Za-z0-9_-]{5,40}$/,
    url: (id) => `https://www.instagram.com/p/${id}/`,
    hosts: /^(?:www\.)?instagram\.com$/,
    path: /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/([A-Za-z0-9_-]{5,40})\/?$/,
  },
  x: {
    name: 'X',
    id: /^\d{1,20}$/,
    url: (id) => `https://x.com/i/status/${id}`,
    hosts: /^(?:(?:www|mobile)\.)?(?:x|twitter)\.com$/,
    path: /^\/\w+(?:\/web)?\/status\/(\d{1,20})(?:\/.*)?$/,
  },
};

export const embedName = (provider: EmbedProvider): string => providers[provider].name;
export const embedUrl = (provider: EmbedProvider, id: string): string => providers[provider].url(id);

/** Provider and id of an address somebody pasted, or null when it is none of theirs. */
export function embedFrom(address: string): { provider: EmbedProvider; id: string } | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  for (const provider of embedProviders) {
    const { hosts, path, id } = providers[provider];
    if (!hosts.test(url.hostname)) continue;
    const found = path.exec(url.pathname)?.[1] ?? url.searchParams.get('v');
    if (found && id.test(found)) return { provider, id: found };
  }
  return null;
}

const attributes = {
  provider: choice(embedProviders),
  id: code(/^[A-Za-z0-9_-]{1,40}$/, 'the id of a post or video at its provider, not its address'),
  title: line(300, ''),
};

const words = { ko: '에서 보기', en: 'Watch on' };
const where = (provider: EmbedProvider, locale: 'ko' | 'en') =>
  locale === 'ko' ? `${embedName(provider)}${words.ko}` : `${words.en} ${embedName(provider)}`;

/** Something of another service. Readers get a card that leads there: nothing of theirs is loaded on our page. */
export const embed = defineBlock({
  attributes,
  spec: {
    group: 'block prose',
    atom: true,
    draggable: true,
    parseDOM: [unboxed('embed', attributes)],
    toDOM: ({ attrs }) => boxed('embed', attrs),
  },
  refuse: ({ provider, id }) =>
    providers[provider].id.test(id) ? null : ['attrs/id', `must be an id of ${embedName(provider)}`],
  View: ({ attrs: { provider, id, title }, context }) => {
    const url = embedUrl(provider, id);
    if (context.form === 'feed') {
      return (
        <p>
          <a href={url}>{title || url}</a> ({embedName(provider)})
        </p>
      );
    }
    return (
      <a className={`g-card g-embed g-${provider}`} href={url} rel="noopener">
        <span className="g-card-words">
          <strong>{title || url}</strong>
          {title && <span>{url}</span>}
          <small>{where(provider, context.locale)}</small>
        </span>
      </a>
    );
  },
  toMarkdown: (_, { provider, id, title }) => {
    const url = embedUrl(provider, id);
    return `[${markdownLine(title || url)}](${markdownAddress(url)}) (${embedName(provider)})`;
  },
  toText: (_, { provider, id, title }) =>
    [title && `${title} (${embedName(provider)})`, embedUrl(provider, id)].filter(Boolean).join('\n'),
});

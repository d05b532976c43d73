import type { Locale } from '../../document.ts';
import type { RenderContext } from '../../outputs/context.ts';
import { blocks, markdownHeading, markdownLine, markdownWords, paragraphs } from '../../outputs/markdown.ts';
import { Words } from '../../outputs/words.tsx';
import { richTextToMarkdown, richTextToText, RichTextView } from '../../rich-text/render.tsx';
import type { TechStackContent } from '../contents.ts';
import type { SectionRenderer } from '../renderer.ts';
import { iconPath } from './icons.ts';

type Group = TechStackContent['groups'][number];
type Item = Group['items'][number];

const eraWords: Record<NonNullable<Group['era']>, Record<Locale, string>> = {
  old: { ko: '지금까지', en: 'Until now' },
  new: { ko: '앞으로', en: 'From here' },
  shared: { ko: '함께 써요', en: 'Shared' },
};

export const techStack: SectionRenderer<TechStackContent> = {
  View: ({ content: { intro, groups, body }, context, anchor }) => {
    const of = (era: Group['era']) => groups.filter((group) => group.era === era);
    const [old, next] = [of('old'), of('new')];
    const story = old.length > 0 && next.length > 0;
    const rest = story ? groups.filter(({ era }) => era !== 'old' && era !== 'new') : groups;
    return (
      <>
        <Words words={intro} className="g-intro" />
        {story && (
          <div className="g-stack-story">
            <Groups groups={old} context={context} />
            {context.form !== 'feed' && <Arrow />}
            <Groups groups={next} context={context} />
          </div>
        )}
        {rest.length > 0 && <Groups groups={rest} context={context} />}
        {body && <RichTextView value={body} context={context} anchor={anchor} />}
      </>
    );
  },
  toMarkdown: ({ intro, groups, body }, context) =>
    blocks([
      markdownWords(intro),
      ...groups.map((group) =>
        blocks([
          markdownHeading(3, markdownLine(groupTitle(group, context.locale))),
          group.items.map((item) => `- ${markdownLine(itemWords(item))}`).join('\n'),
        ]),
      ),
      body && richTextToMarkdown(body, context),
    ]),
  toText: ({ intro, groups, body }, context) =>
    paragraphs([
      intro,
      ...groups.map((group) =>
        [groupTitle(group, context.locale), ...group.items.map((item) => `• ${itemWords(item)}`)]
          .filter(Boolean)
          .join('\n'),
      ),
      body && richTextToText(body, context),
    ]),
};

function Groups({ groups, context }: { groups: Group[]; context: RenderContext }) {
  return (
    <div className="g-stack">
      {groups.map((group, index) => (
        <div key={index} className={classesOf(group)}>
          <Title name={group.name} era={eraOf(group, context.locale)} />
          <ul className="g-stack-items">
            {group.items.map((item, at) => (
              <li key={at}>
                {context.form !== 'feed' && <Icon slug={item.icon} />}
                <span>
                  {item.name}
                  {item.name && item.note && ' '}
                  {item.note && <small>{item.note}</small>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

const classesOf = ({ era }: Group) => (era ? `g-stack-group g-stack-${era}` : 'g-stack-group');

function Title({ name, era }: { name: string; era: string }) {
  if (!name && !era) return null;
  return (
    <h3 className="g-stack-name">
      {name}
      {name && era && ' '}
      {era && <small>{era}</small>}
    </h3>
  );
}

function Icon({ slug }: { slug: string }) {
  const path = iconPath(slug);
  if (!path) return null;
  return (
    <svg className="g-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

const Arrow = () => (
  <svg className="g-arrow" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <path d="M4 12h15M13 6l6 6-6 6" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);

/** Old and new say so; what serves both needs to only where it has no name. */
const eraOf = ({ name, era }: Group, locale: Locale): string =>
  era && !(era === 'shared' && name) ? eraWords[era][locale] : '';

function groupTitle(group: Group, locale: Locale): string {
  const era = eraOf(group, locale);
  return group.name && era ? `${group.name} (${era})` : group.name || era;
}

const itemWords = ({ name, note }: Item): string => [name, note].filter(Boolean).join(': ');

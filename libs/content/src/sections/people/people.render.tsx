import { blocks, markdownLine, markdownWords, paragraphs, quoted } from '../../outputs/markdown.ts';
import { Picture } from '../../outputs/picture.tsx';
import { Words } from '../../outputs/words.tsx';
import type { PeopleContent } from '../contents.ts';
import type { SectionRenderer } from '../renderer.ts';

type Person = PeopleContent['people'][number];

/** A portrait says nothing that the name beside it doesn't: its alternative text is empty. */
export const people: SectionRenderer<PeopleContent> = {
  View: ({ content: { intro, people: all }, context }) => (
    <>
      <Words words={intro} className="g-intro" />
      {all.length > 0 && (
        <ul className="g-people">
          {all.map(({ name, role, words, imageId }, index) => (
            <li key={index}>
              <p className="g-person">
                {imageId && (
                  <Picture imageId={imageId} alt="" sizes="56px" className="g-portrait" context={context} />
                )}
                <span>
                  <strong>{name}</strong> {role && <small>{role}</small>}
                </span>
              </p>
              <Words words={words} className="g-person-words" />
            </li>
          ))}
        </ul>
      )}
    </>
  ),
  toMarkdown: ({ intro, people: all }) =>
    blocks([
      markdownWords(intro),
      ...all.map((person) =>
        blocks([markdownLine(personWords(person)), person.words && quoted(markdownWords(person.words))]),
      ),
    ]),
  toText: ({ intro, people: all }) =>
    paragraphs([
      intro,
      ...all.map((person) => [personWords(person), person.words].filter(Boolean).join('\n')),
    ]),
};

const personWords = ({ name, role }: Person): string => [name, role].filter(Boolean).join(', ');

import { blankRichText } from '../../rich-text/blank.ts';
import { RichTextField } from '../../rich-text/editor/rich-text-field.tsx';
import type { FaqContent } from '../contents.ts';
import { LineField } from '../editor/fields.tsx';
import { IntroField } from '../editor/intro-field.tsx';
import { ItemList } from '../editor/item-list.tsx';
import type { FormProps } from '../editor/props.ts';
import { formWords } from '../editor/words.ts';
import { lengths } from '../lengths.ts';

export function FaqForm({ content, onChange, images, locale, textLocale, disabled }: FormProps<FaqContent>) {
  const words = formWords(locale);
  return (
    <>
      <IntroField content={content} onChange={onChange} locale={locale} disabled={disabled} />
      <ItemList
        label={words.questions}
        what={words.question}
        items={content.items}
        max={lengths.faq.items}
        blank={() => ({ question: '', answer: blankRichText() })}
        nameOf={({ question }) => question}
        onChange={(items) => onChange({ ...content, items })}
        locale={locale}
        disabled={disabled}
      >
        {({ question, answer }, change) => (
          <>
            <LineField
              className="s-needed"
              label={words.question}
              value={question}
              max={lengths.faq.question}
              disabled={disabled}
              onChange={(next) => change({ question: next })}
            />
            <div className="s-needed u-field">
              {/* The text itself carries the name. */}
              <span className="u-label" aria-hidden="true">
                {words.answer}
              </span>
              <RichTextField
                label={words.answer}
                value={answer}
                images={images}
                locale={locale}
                textLocale={textLocale}
                disabled={disabled}
                onChange={(next) => change({ answer: next })}
              />
            </div>
          </>
        )}
      </ItemList>
    </>
  );
}

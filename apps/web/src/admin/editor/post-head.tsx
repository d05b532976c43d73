import { factRows } from '@gonggo/content';
import { Button, Field, TextArea, TextInput } from '@gonggo/ui';
import { ImagePlus } from 'lucide-react';
import { Controller } from 'react-hook-form';
import { isComposing } from '@gonggo/ui';
import { useFacts } from '../facts/use-facts-form.ts';
import { useTerms } from '../facts/facts-panel.tsx';
import { infoOf } from '../images/picked.ts';
import { usePick } from '../images/picker.tsx';
import { Thumb } from '../images/thumb.tsx';
import { useAutosave } from '../saving/use-autosave.ts';
import { useWords, wordsIn } from '../words/use-words.ts';
import { useDraft, useEditor } from './editor-context.ts';
import { FactsConflict } from './facts-conflict.tsx';
import { FactsRefused } from './facts-refused.tsx';
import { postingDocument } from './posting-document.ts';

/** Title, summary, cover and facts, as the post begins. */
export function PostHead() {
  const { editor } = useWords();
  const { store } = useEditor();
  const { draft } = useDraft(store);
  const { form, disabled, error, onBlur } = useFacts();
  const { titlePlaceholder, summaryPlaceholder } = wordsIn(draft.locale).editor;
  return (
    <header className="a-post-head" id="card-head" onBlur={onBlur} lang={draft.locale}>
      <FactsConflict />
      <FactsRefused />
      <Field id="fact-title" label={editor.title} labelHidden error={error('title')}>
        <TextArea
          className="a-post-title"
          rows={1}
          maxLength={200}
          placeholder={titlePlaceholder}
          {...form.register('title')}
          disabled={disabled}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !isComposing(event)) event.preventDefault(); // a title is one line
          }}
        />
      </Field>
      <Field id="fact-summary" label={editor.summary} labelHidden error={error('summary')}>
        <TextArea
          className="a-post-summary"
          rows={1}
          maxLength={400}
          placeholder={summaryPlaceholder}
          {...form.register('summary')}
          disabled={disabled}
        />
      </Field>
      <FactsLine />
      <Cover />
    </header>
  );
}

/** The facts as readers will see them, in one quiet line. */
function FactsLine() {
  const { store, jump } = useEditor();
  const words = useWords();
  const { draft, images } = useDraft(store);
  const { value: facts } = useAutosave(store.facts);
  const terms = useTerms().data?.data ?? [];
  const posting = postingDocument({ draft, facts, sections: [], images, terms, siteName: '' });
  const rows = factRows(posting.facts, draft.locale).map((row) => row.value);
  const names = facts.authors.map((author) => [author.name, author.role].filter(Boolean).join(' · '));
  return (
    <Button
      look="quiet"
      className="a-facts-line"
      title={words.editor.facts}
      onClick={() => jump({ field: 'jobTitle' })}
    >
      <span>{[facts.jobTitle, ...names, ...rows].filter(Boolean).join('  ·  ')}</span>
    </Button>
  );
}

function Cover() {
  const { facts } = useWords();
  const { store } = useEditor();
  const { images } = useDraft(store);
  const { form, disabled, error } = useFacts();
  const pick = usePick();
  return (
    <Controller
      control={form.control}
      name="cover"
      render={({ field: { value: cover, onChange } }) => {
        async function choose() {
          const image = await pick();
          if (!image) return;
          store.addImage(image.id, infoOf(image));
          onChange({ imageId: image.id, alt: image.alt });
        }
        if (!cover) {
          return disabled ? (
            <></>
          ) : (
            <Button id="fact-cover" icon={<ImagePlus />} className="a-start" onClick={() => void choose()}>
              {facts.chooseCover}
            </Button>
          );
        }
        return (
          <figure className="a-cover">
            <Thumb
              info={images[cover.imageId] ?? null}
              alt={cover.alt}
              width={768}
              className="a-cover-picture"
            />
            {!disabled && (
              <figcaption className="a-cover-tools">
                <Field label={facts.coverAlt} hint={facts.coverAltHint} error={error('cover')}>
                  <TextInput
                    maxLength={300}
                    value={cover.alt}
                    onChange={(event) => onChange({ ...cover, alt: event.currentTarget.value })}
                  />
                </Field>
                <Button id="fact-cover" onClick={() => void choose()}>
                  {facts.changeCover}
                </Button>
                <Button look="quiet" onClick={() => onChange(null)}>
                  {facts.removeCover}
                </Button>
              </figcaption>
            )}
          </figure>
        );
      }}
    />
  );
}

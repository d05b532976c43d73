import { kindLabel } from '@gonggo/content';
import { SectionEditor } from '@gonggo/content/editor';
import { applyStateOf, SectionView } from '@gonggo/content/render';
import type { Locale, PostingSection } from '@gonggo/content';
import { Badge, IconButton, Notice } from '@gonggo/ui';
import { ArrowDown, ArrowUp, ChevronUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useAutosave } from '../saving/use-autosave.ts';
import { problemText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';
import { AddSectionMenu } from './add-section-menu.tsx';
import { SectionConflict } from './section-conflict.tsx';
import type { EditedSection } from './draft-parts.ts';
import { useDraft, useEditor } from './editor-context.ts';
import { sectionState } from './overall.ts';
import { saveText } from './save-indicator.tsx';
import { isBlank, sectionName } from './section-names.ts';

interface Props {
  section: EditedSection;
  index: number;
  count: number;
  onMove: (id: string, to: number) => void;
}

/** One section in the post: as candidates see it, or its form. */
export function SectionCard({ section, index, count, onMove }: Props) {
  const words = useWords();
  const { editor, language } = words;
  const { store, mayEdit, opened, open, close, remove, picker } = useEditor();
  const { draft, images } = useDraft(store);
  const { value, state, epoch } = useAutosave(section.save);
  const { id, kind } = section;
  const name = sectionName(kind, value, language);
  const isOpen = mayEdit && opened.has(id);
  const saving = sectionState(section);
  const isDecided = state.kind !== 'conflict' && state.kind !== 'gone';
  const blank = isBlank(kind, value, store.facts.snapshot.value.applyUrl);
  const view: PostingSection = {
    id,
    kind,
    heading: value.heading,
    anchor: `section-${id}`,
    content: value.content as never,
  };
  const context = {
    locale: draft.locale,
    images: { ...images },
    siteUrl: '',
    form: 'page' as const,
    apply: applyOf(store),
  };

  return (
    <article
      id={`card-${id}`}
      className="a-card"
      data-open={isOpen || undefined}
      aria-label={editor.section(name, index + 1)}
      tabIndex={-1}
    >
      <header className="a-card-bar">
        <Badge>{kindLabel(kind, language)}</Badge>
        {(isOpen || saving === 'invalid') && (
          <span className="a-quiet a-card-state">
            {saveText(saving, state.kind === 'saved' ? state.at : null, words)}
          </span>
        )}
        {mayEdit && (
          <span className="a-card-tools">
            {isOpen ? (
              <IconButton
                size="small"
                label={editor.fold(name)}
                icon={<ChevronUp />}
                onClick={() => close(id)}
              />
            ) : (
              <IconButton size="small" label={editor.edit(name)} icon={<Pencil />} onClick={() => open(id)} />
            )}
            <IconButton
              size="small"
              label={editor.moveUp(name)}
              icon={<ArrowUp />}
              disabled={index === 0}
              onClick={() => onMove(id, index - 1)}
            />
            <IconButton
              size="small"
              label={editor.moveDown(name)}
              icon={<ArrowDown />}
              disabled={index === count - 1}
              onClick={() => onMove(id, index + 1)}
            />
            <IconButton
              size="small"
              label={editor.remove(name)}
              icon={<Trash2 />}
              onClick={() => remove(id)}
            />
          </span>
        )}
      </header>
      {!isDecided && <SectionConflict section={section} />}
      {state.kind === 'refused' && (
        <Notice tone="danger" role="alert" title={words.saving.refused}>
          <p>{problemText(state.problem, words)}</p>
          {language === 'en' && state.problem.errors.map((spot) => <p key={spot.pointer}>{spot.message}</p>)}
        </Notice>
      )}
      {isOpen ? (
        <div className="a-card-form" onBlur={() => section.held.leave()}>
          <SectionEditor
            key={epoch}
            kind={kind}
            heading={value.heading}
            content={value.content}
            onChange={(content) => section.save.change({ ...section.save.snapshot.value, content })}
            onHeadingChange={(heading) => section.save.change({ ...section.save.snapshot.value, heading })}
            held={section.held.snapshot.texts}
            onHeld={(texts) => section.held.hold(texts)}
            images={picker}
            locale={language}
            textLocale={draft.locale}
            disabled={state.kind === 'gone'}
          />
        </div>
      ) : (
        <ShownSection locale={draft.locale}>
          {blank && mayEdit ? null : <SectionView section={view} context={context} />}
        </ShownSection>
      )}
      {!isOpen && mayEdit && (
        <button
          type="button"
          className="a-card-cover"
          tabIndex={-1}
          aria-hidden="true"
          onClick={() => open(id)}
        >
          {blank && (
            <span>
              {kindLabel(kind, language)} · {editor.emptySection}
            </span>
          )}
        </button>
      )}
      {mayEdit && index < count - 1 && (
        <div className="a-card-add">
          <AddSectionMenu
            after={id}
            trigger={<IconButton size="small" look="plain" label={editor.addAfter(name)} icon={<Plus />} />}
          />
        </div>
      )}
    </article>
  );
}

const applyOf = ({ facts }: ReturnType<typeof useEditor>['store']) =>
  applyStateOf({ status: 'open', facts: facts.snapshot.value }, Date.now());

/** A section as readers see it. Its links and buttons are for them: here one neither lands on them nor leaves by them. */
function ShownSection({ locale, children }: { locale: Locale; children: ReactNode }) {
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stops = view.current?.querySelectorAll<HTMLElement>('a, button, summary, iframe') ?? [];
    for (const stop of stops) stop.tabIndex = -1;
  });
  return (
    <div
      ref={view}
      className="a-card-view g-body"
      lang={locale}
      onClickCapture={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}

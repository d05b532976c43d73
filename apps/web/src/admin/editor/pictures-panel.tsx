import { imageIdsIn } from '@gonggo/content';
import { EmptyState } from '@gonggo/ui';
import { Thumb } from '../images/thumb.tsx';
import { useAutosave } from '../saving/use-autosave.ts';
import { useWords } from '../words/use-words.ts';
import { useDraft, useEditor } from './editor-context.ts';
import { sectionName } from './section-names.ts';

/** Every picture of the post, in order; each leads to where it is used. */
export function PicturesPanel() {
  const { editor, facts, language } = useWords();
  const { store, jump } = useEditor();
  const { images } = useDraft(store);
  const { cover } = useAutosave(store.facts).value;
  const uses = store.sections.flatMap(({ id, kind, save }) => {
    const { value } = save.snapshot;
    const place = sectionName(kind, value, language);
    return [...imageIdsIn([value])].map((imageId) => ({ imageId, place, to: { sectionId: id } }));
  });
  const all = [
    ...(cover ? [{ imageId: cover.imageId, place: facts.cover, to: { field: 'cover' } }] : []),
    ...uses,
  ];
  if (!all.length) {
    return (
      <EmptyState title={editor.pictures.empty}>
        <p>{editor.pictures.emptyText}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="a-images a-pictures" aria-label={editor.pictures.title}>
      {all.map(({ imageId, place, to }, index) => (
        <li key={`${imageId} ${index}`}>
          <button
            type="button"
            className="a-image"
            aria-label={editor.pictures.goTo(place)}
            onClick={() => jump(to)}
          >
            <Thumb info={images[imageId] ?? null} alt="" />
            <span className="a-image-name">{place}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { Button, classNames, IconButton, Notice } from '@gonggo/ui';
import { ArrowDown, ArrowUp, GripVertical, Plus } from 'lucide-react';
import { problemText } from '../session/problem-text.ts';
import { useAutosave } from '../saving/use-autosave.ts';
import { useWords } from '../words/use-words.ts';
import { AddSectionMenu } from './add-section-menu.tsx';
import type { EditedSection } from './draft-parts.ts';
import { useDraft, useEditor } from './editor-context.ts';
import { kindIcons } from './kind-icons.tsx';
import { sectionName } from './section-names.ts';
import { useMoveSection } from './use-move-section.ts';

/** The sections in order: to go to one, to move it, to add one. */
export function OutlinePanel() {
  const words = useWords();
  const { store, mayEdit, jump } = useEditor();
  const { outline } = useDraft(store);
  const { sections } = store;
  const { move, announcement } = useMoveSection();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = sections.map((section) => section.id);
  const nameAt = (id: unknown) =>
    nameOf(
      sections.find((section) => section.id === id),
      words.language,
    );
  const announcements: Announcements = {
    onDragStart: ({ active }) => words.editor.dragStart(nameAt(active.id)),
    onDragOver: ({ active, over }) =>
      over
        ? words.editor.movedTo(nameAt(active.id), ids.indexOf(String(over.id)) + 1, ids.length)
        : undefined,
    onDragEnd: ({ active, over }) =>
      over
        ? words.editor.movedTo(nameAt(active.id), ids.indexOf(String(over.id)) + 1, ids.length)
        : undefined,
    onDragCancel: ({ active }) => words.editor.dragCancel(nameAt(active.id)),
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) move(String(active.id), ids.indexOf(String(over.id)));
  };

  return (
    <div className="a-outline">
      <Button look="quiet" className="a-outline-head" onClick={() => jump({ field: 'title' })}>
        {words.editor.header}
      </Button>
      {sections.length > 0 && (
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          accessibility={{ announcements, screenReaderInstructions: { draggable: words.editor.dragHelp } }}
          onDragEnd={drop}
        >
          <SortableContext items={ids} strategy={verticalListSortingStrategy}>
            <ol className="a-outline-list" aria-label={words.editor.sections}>
              {sections.map((section, index) => (
                <OutlineRow
                  key={section.id}
                  section={section}
                  index={index}
                  count={sections.length}
                  onMove={move}
                />
              ))}
            </ol>
          </SortableContext>
        </DndContext>
      )}
      {outline.problem !== null && (
        <Notice tone="danger" role="alert" title={words.editor.outlineFailed}>
          <p>{problemText(outline.problem, words)}</p>
        </Notice>
      )}
      {mayEdit && (
        <AddSectionMenu
          trigger={
            <Button icon={<Plus />} className="a-outline-add">
              {words.editor.add}
            </Button>
          }
        />
      )}
      <span className="u-hidden" role="status">
        {announcement}
      </span>
    </div>
  );
}

const nameOf = (section: EditedSection | undefined, language: 'ko' | 'en') =>
  section ? sectionName(section.kind, section.save.snapshot.value, language) : '';

interface RowProps {
  section: EditedSection;
  index: number;
  count: number;
  onMove: (id: string, to: number) => void;
}

function OutlineRow({ section, index, count, onMove }: RowProps) {
  const { editor, language } = useWords();
  const { mayEdit, jump } = useEditor();
  const { state, value } = useAutosave(section.save);
  const name = sectionName(section.kind, value, language);
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({
      id: section.id,
      disabled: !mayEdit,
    });
  const troubled = state.kind === 'conflict' || state.kind === 'refused' || state.kind === 'gone';
  return (
    <li
      ref={setNodeRef}
      className={classNames('a-outline-row', isDragging && 'a-dragging', troubled && 'a-troubled')}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      {mayEdit && (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className="a-grip"
          {...attributes}
          {...listeners}
          aria-label={editor.drag(name)}
        >
          <GripVertical aria-hidden="true" />
        </button>
      )}
      <button type="button" className="a-outline-name" onClick={() => jump({ sectionId: section.id })}>
        <span className="a-outline-icon">{kindIcons[section.kind]}</span>
        <span className="a-clip">{name}</span>
      </button>
      {mayEdit && (
        <span className="a-outline-moves">
          <IconButton
            size="small"
            label={editor.moveUp(name)}
            icon={<ArrowUp />}
            disabled={index === 0}
            onClick={() => onMove(section.id, index - 1)}
          />
          <IconButton
            size="small"
            label={editor.moveDown(name)}
            icon={<ArrowDown />}
            disabled={index === count - 1}
            onClick={() => onMove(section.id, index + 1)}
          />
        </span>
      )}
    </li>
  );
}

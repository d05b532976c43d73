import { Button, Field, isComposing, TextInput } from '@gonggo/ui';
import { NodeSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useState, type KeyboardEvent } from 'react';
import { embedFrom } from '../../blocks/embed.tsx';
import { hostOf } from '../../blocks/link-card.tsx';
import type { HeldTexts } from '../../../sections/editor/held-texts.tsx';
import { blocks, marks } from '../../registry.ts';
import { blankBlock, insertBlock } from '../boxes.ts';
import type { EditorLabels } from '../labels.ts';
import { readAttribute } from './attribute-field.tsx';

export type Makes = 'link' | 'linkCard' | 'embed' | 'button';

/** Something new that needs words before it can stand in the text. */
export interface PanelRequest {
  make: Makes;
}

/** A request with what is typed for it so far. */
export interface Making extends PanelRequest {
  /** Whether it needs words of its own. Decided once: what is selected changes while somebody types. */
  needsWords: boolean;
  /** Where the link leads that is to be changed. */
  present: string;
  url?: string;
  words?: string;
  /** It was left like this, and comes back with its form. */
  restored?: boolean;
}

/** Whether there are words in the text that can become a link. */
const hasWords = (editor: Editor) => {
  const { selection } = editor.state;
  return editor.isActive('link') || !(selection.empty || selection instanceof NodeSelection);
};

/** Begins what is asked for. What was typed for one thing may be meant for another. */
export function begun(editor: Editor, { make }: PanelRequest, half: Making | null): Making {
  const present = make === 'link' ? String(editor.getAttributes('link').href ?? '') : '';
  const needsWords = make === 'button' || (make === 'link' && (!hasWords(editor) || Boolean(half?.words)));
  return { ...half, make, needsWords, present, restored: false };
}

/** What was left half-typed; `before` is what was held of it. */
export function makingBefore(before: HeldTexts): Making | null {
  for (const make of Object.keys(makers) as Makes[]) {
    const [url, words] = [before[`new/${make}/url`], before[`new/${make}/words`]];
    if (url === undefined && words === undefined) continue;
    const needsWords = make === 'button' || make === 'link';
    return { make, needsWords, present: '', ...(url && { url }), ...(words && { words }), restored: true };
  }
  return null;
}

/** What is typed and not in the text, by the names of its fields. */
export function typedIn(half: Making | null): HeldTexts {
  if (!half) return {};
  const { make, needsWords, present, url = present, words = '' } = half;
  return {
    ...(url.trim() && url !== present && { [`new/${make}/url`]: url }),
    ...(needsWords && words.trim() && { [`new/${make}/words`]: words }),
  };
}

interface MakePanelProps {
  editor: Editor;
  labels: EditorLabels;
  making: Making;
  /** Told with what is typed, so that it outlives this form. */
  onType: (making: Making) => void;
  onDone: () => void;
}

const address = (text: string) =>
  /^[\w-]+(\.[\w-]+)+(?:[/?#]|$)/.test(text.trim()) ? `https://${text.trim()}` : text.trim();

/** A form for what can't exist without an address: a link, a card, an embed, a button. */
export function MakePanel({ editor, labels, making: half, onType, onDone }: MakePanelProps) {
  const { make, needsWords, present, url = present, words = '', restored = false } = half;
  const [problem, setProblem] = useState<{ url?: string; words?: string }>({});
  const [left, setLeft] = useState(restored);
  const isTyped = Object.keys(typedIn(half)).length > 0;

  const add = () => {
    const wrong = makers[make](editor, address(url), needsWords ? words.trim() : '', labels);
    setProblem(wrong ?? {});
    if (!wrong) onDone();
  };
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      add();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      // Back into the text; what is typed waits for its own buttons.
      if (!isTyped) onDone();
      editor.commands.focus();
    }
  };

  return (
    <section
      className="g-panel"
      aria-label={labels[make]}
      onKeyDown={keys}
      onFocus={() => setLeft(false)}
      onBlur={({ currentTarget, relatedTarget }) => setLeft(!currentTarget.contains(relatedTarget))}
    >
      <h3 className="g-panel-name">{labels[make]}</h3>
      <div className="g-panel-fields">
        {needsWords && (
          <Field label={make === 'button' ? labels.label : labels.text} error={problem.words}>
            <TextInput
              autoFocus={!restored}
              maxLength={80}
              value={words}
              onChange={(event) => onType({ ...half, words: event.currentTarget.value })}
            />
          </Field>
        )}
        <Field
          label={make === 'embed' ? labels.embedAddress : labels.address}
          hint={make === 'link' || make === 'button' ? labels.linkHint : undefined}
          error={problem.url ?? (left && isTyped && labels.notInserted)}
        >
          <TextInput
            autoFocus={!needsWords && !restored}
            inputMode="url"
            maxLength={2000}
            value={url}
            onChange={(event) => onType({ ...half, url: event.currentTarget.value })}
          />
        </Field>
      </div>
      <div className="g-panel-actions">
        <Button size="small" look="strong" onClick={add}>
          {labels.add}
        </Button>
        <Button size="small" look="quiet" onClick={onDone}>
          {labels.cancel}
        </Button>
      </div>
    </section>
  );
}

type Maker = (
  editor: Editor,
  url: string,
  words: string,
  labels: EditorLabels,
) => { url?: string; words?: string } | null;

function allowed(rule: Parameters<typeof readAttribute>[0] | undefined, url: string): string | null {
  const read = rule && readAttribute(rule, url);
  return read ? String(read.value) : null;
}

const makers: Record<Makes, Maker> = {
  link(editor, url, words, labels) {
    const href = allowed(marks.link.attributes.href, url);
    if (!href) return { url: labels.notLink };
    const { selection, tr } = editor.state;
    // Words of its own go behind what is selected by now: they never replace it.
    if (words || !hasWords(editor)) {
      const text = editor.schema.text(words || url, [editor.schema.mark('link', { href })]);
      editor.view.dispatch(tr.insert(selection.to, text));
      editor.commands.focus();
    } else editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
    return null;
  },
  linkCard(editor, url, _words, labels) {
    const read = allowed(blocks.linkCard.attributes.url, url);
    if (!read) return { url: labels.notAddress };
    return inserted(editor, 'linkCard', { url: read, siteName: hostOf(read) });
  },
  embed(editor, url, _words, labels) {
    const found = embedFrom(url);
    return found ? inserted(editor, 'embed', { ...found }) : { url: labels.notEmbed };
  },
  button(editor, url, words, labels) {
    const read = allowed(blocks.button.attributes.url, url);
    if (!words) return { words: labels.empty };
    return read ? inserted(editor, 'button', { url: read, label: words }) : { url: labels.notLink };
  },
};

function inserted(
  editor: Editor,
  name: 'linkCard' | 'embed' | 'button',
  attrs: Record<string, unknown>,
): null {
  const block = blankBlock(editor, name, attrs);
  if (block) insertBlock(editor, block);
  return null;
}

import { kindLabel, type SectionKind } from '@gonggo/content';
import { Menu, type MenuGroup } from '@gonggo/ui';
import type { ReactElement } from 'react';
import { useWords } from '../words/use-words.ts';
import { useEditor } from './editor-context.ts';
import { kindIcons } from './kind-icons.tsx';

const groups = {
  letter: ['introduction', 'text', 'quote', 'gallery'],
  job: ['role', 'techStack', 'qualifications', 'preferred', 'benefits', 'process'],
  team: ['howWeWork', 'whatYouGain', 'teamFacts', 'people'],
  end: ['faq', 'closing', 'apply'],
} satisfies Record<string, SectionKind[]>;

/** Every kind of section with what it is for. */
export function AddSectionMenu({
  trigger,
  after,
}: {
  trigger: ReactElement<Record<string, unknown>>;
  after?: string | null;
}) {
  const { editor, language } = useWords();
  const { add } = useEditor();
  const items: MenuGroup[] = (Object.keys(groups) as (keyof typeof groups)[]).map((group) => ({
    label: editor.groups[group],
    items: groups[group].map((kind) => ({
      id: kind,
      label: kindLabel(kind, language),
      description: editor.kinds[kind],
      icon: kindIcons[kind],
      onSelect: () => add(kind, after),
    })),
  }));
  return <Menu trigger={trigger} items={items} className="a-kinds" />;
}

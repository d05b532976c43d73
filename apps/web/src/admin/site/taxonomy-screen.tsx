'use client';

import type { Term, TermKind } from '@gonggo/contract';
import { Button, IconButton, useToast } from '@gonggo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTerms } from '../facts/facts-panel.tsx';
import { client } from '../session/client.ts';
import { mayDo, useMe } from '../session/me.ts';
import { keys } from '../session/queries.ts';
import { Confirm } from '../shell/confirm.tsx';
import { Loaded, Screen } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { TermDialog } from './term-dialog.tsx';

type Editing = { kind: TermKind; term: Term | null };

/** Teams, job families and tags. */
export function TaxonomyScreen() {
  const words = useWords();
  const { taxonomy } = words;
  const mayChange = mayDo(useMe(), 'taxonomy');
  const queries = useQueryClient();
  const toast = useToast();
  const terms = useTerms();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [removing, setRemoving] = useState<Term | null>(null);
  const reload = () => queries.invalidateQueries({ queryKey: keys.taxonomy });
  return (
    <Screen title={taxonomy.title} lead={mayChange ? taxonomy.lead : taxonomy.readOnly}>
      <Loaded query={terms}>
        {({ data }) => (
          <div className="a-panels">
            {(Object.keys(taxonomy.kinds) as TermKind[]).map((kind) => (
              <section key={kind} className="a-panel" aria-labelledby={`terms-${kind}`}>
                <header className="a-panel-head">
                  <h2 id={`terms-${kind}`}>{taxonomy.kinds[kind]}</h2>
                  {mayChange && (
                    <Button size="small" icon={<Plus />} onClick={() => setEditing({ kind, term: null })}>
                      {taxonomy.add(taxonomy.kinds[kind])}
                    </Button>
                  )}
                </header>
                <Terms
                  terms={data.filter((term) => term.kind === kind)}
                  labelledBy={`terms-${kind}`}
                  {...(mayChange
                    ? { onEdit: (term: Term) => setEditing({ kind, term }), onRemove: setRemoving }
                    : {})}
                />
              </section>
            ))}
          </div>
        )}
      </Loaded>
      {editing && <TermDialog {...editing} onClose={() => setEditing(null)} onSaved={() => void reload()} />}
      <Confirm
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={taxonomy.removeTitle(removing?.nameKo ?? '')}
        text={taxonomy.removeText}
        verb={words.common.delete}
        work={() => client.taxonomy.remove(removing?.id ?? '', removing?.revision ?? 0)}
        onDone={() => {
          void reload();
          toast.show({ text: taxonomy.removed });
        }}
      />
    </Screen>
  );
}

interface TermsProps {
  terms: Term[];
  labelledBy: string;
  onEdit?: (term: Term) => void;
  onRemove?: (term: Term) => void;
}

function Terms({ terms, labelledBy, onEdit, onRemove }: TermsProps) {
  const { taxonomy } = useWords();
  if (!terms.length) return <p className="a-quiet">{taxonomy.empty}</p>;
  return (
    <ul className="a-list" aria-labelledby={labelledBy}>
      {terms.map((term) => (
        <li key={term.id} className="a-row a-term-row">
          <div className="a-row-main">
            <span>
              {term.nameKo}{' '}
              {term.nameEn && term.nameEn !== term.nameKo && <span className="a-quiet">{term.nameEn}</span>}
            </span>
            <code className="a-quiet">{term.slug}</code>
          </div>
          {onEdit && (
            <IconButton
              size="small"
              label={taxonomy.edit(term.nameKo)}
              icon={<Pencil />}
              onClick={() => onEdit(term)}
            />
          )}
          {onRemove && (
            <IconButton
              size="small"
              label={taxonomy.remove(term.nameKo)}
              icon={<Trash2 />}
              onClick={() => onRemove(term)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

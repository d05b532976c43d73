'use client';

import type { DraftListItem } from '@gonggo/contract';
import { Badge, Button, EmptyState } from '@gonggo/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { client } from '../session/client.ts';
import { ago } from '../session/dates.ts';
import { mayDo, useMe } from '../session/me.ts';
import { keys } from '../session/queries.ts';
import { Loaded, Screen } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { FilterSentence, type Filters } from './filters.tsx';
import { NewPosting } from './new-posting.tsx';
import { Closing, PostingState } from './state.tsx';

/** Every posting one may see, newest change first. */
export function PostingsScreen() {
  const words = useWords();
  const me = useMe();
  const [filters, setFilters] = useState<Filters>({});
  const [creating, setCreating] = useState(false);
  const list = useInfiniteQuery({
    queryKey: [...keys.drafts, filters],
    queryFn: ({ pageParam }) =>
      client.drafts.list({ ...filters, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.page.nextCursor,
  });
  const filtered = Object.values(filters).some((value) => value !== undefined);
  const mayCreate = mayDo(me, 'create');
  const create = (
    <Button look="strong" icon={<Plus />} onClick={() => setCreating(true)}>
      {words.postings.create}
    </Button>
  );
  return (
    <Screen title={words.postings.title} actions={mayCreate && create}>
      <FilterSentence value={filters} onChange={setFilters} />
      <Loaded query={list}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.data);
          if (rows.length) {
            return (
              <>
                <ul className="a-list" aria-label={words.postings.title}>
                  {rows.map((row) => (
                    <PostingRow key={row.id} posting={row} />
                  ))}
                </ul>
                {list.hasNextPage && (
                  <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                    {words.common.loadMore}
                  </Button>
                )}
              </>
            );
          }
          if (filtered) {
            return (
              <EmptyState
                title={words.postings.empty.filtered}
                action={<Button onClick={() => setFilters({})}>{words.postings.empty.clear}</Button>}
              />
            );
          }
          return mayCreate ? (
            <EmptyState title={words.postings.empty.title} action={create}>
              <p>{words.postings.empty.text}</p>
            </EmptyState>
          ) : (
            <EmptyState title={words.postings.empty.viewer} />
          );
        }}
      </Loaded>
      {creating && <NewPosting onClose={() => setCreating(false)} />}
    </Screen>
  );
}

function PostingRow({ posting }: { posting: DraftListItem }) {
  const words = useWords();
  const about = [posting.team, posting.author, words.postings.language[posting.locale]]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className="a-row a-posting-row">
      <PostingState state={posting.state} />
      <div className="a-row-main">
        <Link className="a-row-link" href={`/admin/postings/${posting.id}`}>
          {posting.title || words.postings.untitled}
        </Link>
        <span className="a-quiet">
          {about} · {words.postings.updated(ago(posting.updatedAt, words.language))}
        </span>
      </div>
      <span className="a-row-marks">
        {posting.changed && posting.version > 0 && <Badge tone="warn">{words.postings.changedShort}</Badge>}
      </span>
      <Closing closesAt={posting.closesAt} zone={posting.closesAtZone} state={posting.state} />
    </li>
  );
}

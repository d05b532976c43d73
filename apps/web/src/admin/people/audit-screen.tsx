'use client';

import type { AuditEvent } from '@gonggo/contract';
import { Button, EmptyState, Select } from '@gonggo/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../session/client.ts';
import { momentText } from '../session/dates.ts';
import { keys } from '../session/queries.ts';
import { Loaded, Screen } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';

const groups = [
  'all',
  'session.',
  'access.',
  'account.',
  'api-key.',
  'posting.',
  'image.',
  'term.',
  'settings.',
] as const;
type Group = (typeof groups)[number];

/** Who did what, and who was refused: newest first. */
export function AuditScreen() {
  const { audit, common } = useWords();
  const [group, setGroup] = useState<Group>('all');
  const list = useInfiniteQuery({
    queryKey: [...keys.auditEvents, group],
    queryFn: ({ pageParam }) =>
      client.auditEvents.list({
        ...(group === 'all' ? {} : { action: group }),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.page.nextCursor,
  });
  return (
    <Screen title={audit.title} lead={audit.lead}>
      <p className="a-sentence">
        {audit.filter}{' '}
        <Select
          look="sentence"
          aria-label={audit.filter}
          value={group}
          options={groups.map((value) => ({ value, label: audit.groups[value] }))}
          onSelect={setGroup}
        />
      </p>
      <Loaded query={list}>
        {({ pages }) => {
          const events = pages.flatMap(({ data }) => data);
          if (!events.length) return <EmptyState title={audit.empty} />;
          return (
            <>
              <ul className="a-list" aria-label={audit.title}>
                {events.map((event) => (
                  <EventRow key={event.id} event={event} />
                ))}
              </ul>
              {list.hasNextPage && (
                <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                  {common.loadMore}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </Screen>
  );
}

function EventRow({ event }: { event: AuditEvent }) {
  const { action, actorId, actorName, subjectId, subjectName, at, detail } = event;
  const { audit, shell, language } = useWords();
  const about = Object.entries(detail).filter(([, value]) => ['string', 'number'].includes(typeof value));
  const say = (value: unknown) => {
    const text = String(value);
    return audit.reasons[text] ?? (shell.roles as Record<string, string>)[text] ?? text;
  };
  return (
    <li className="a-row">
      <div className="a-row-main">
        <strong>{audit.actions[action]}</strong>
        <span className="a-quiet">
          {actorId === null && actorName === 'stranger' ? audit.stranger : actorName}
          {subjectName && subjectId !== actorId && ` → ${subjectName}`}
          {about.map(([name, value]) => ` · ${audit.details[name] ?? name} ${say(value)}`)}
        </span>
      </div>
      <time className="a-quiet" dateTime={at}>
        {momentText(at, language)}
      </time>
    </li>
  );
}

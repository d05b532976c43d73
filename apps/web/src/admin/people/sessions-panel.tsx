import type { SessionInfo } from '@gonggo/contract';
import { Badge, Button, useToast } from '@gonggo/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../session/client.ts';
import { ago } from '../session/dates.ts';
import { problemText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { Loaded } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { browserName } from './browser-name.ts';

/** Where one is signed in, and the way to end each. */
export function SessionsPanel() {
  const { me } = useWords();
  const sessions = useQuery({ queryKey: keys.sessions, queryFn: client.sessions.list });
  return (
    <section className="a-panel" aria-labelledby="me-sessions">
      <h2 id="me-sessions">{me.sessions}</h2>
      <Loaded query={sessions} lines={2}>
        {({ data }) => (
          <ul className="a-list" aria-labelledby="me-sessions">
            {data.map((session) => (
              <Session key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function Session({ session: { id, current, userAgent, seenAt } }: { session: SessionInfo }) {
  const words = useWords();
  const { me } = words;
  const queries = useQueryClient();
  const toast = useToast();
  const name = browserName(userAgent);
  const end = useMutation({
    mutationFn: () => client.sessions.end(id),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.sessions });
      toast.show({ text: me.sessionEnded });
    },
    onError: (error) => toast.show({ text: problemText(error, words), tone: 'danger' }),
  });
  return (
    <li className="a-row">
      <div className="a-row-main">
        <span title={userAgent}>{name}</span>
        <span className="a-quiet">{me.sessionSeen(ago(seenAt, words.language))}</span>
      </div>
      {current ? (
        <Badge tone="ok">{me.sessionThis}</Badge>
      ) : (
        <Button
          size="small"
          busy={end.isPending}
          aria-label={me.sessionEndOf(name)}
          onClick={() => end.mutate()}
        >
          {me.sessionEnd}
        </Button>
      )}
    </li>
  );
}

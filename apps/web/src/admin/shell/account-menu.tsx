import { Button, Menu, useToast } from '@gonggo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { LogOut, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { client } from '../session/client.ts';
import { useMe } from '../session/me.ts';
import { language, theme, type Theme } from '../session/preference.ts';
import { problemText } from '../session/problem-text.ts';
import { keys } from '../session/queries.ts';
import { useWords } from '../words/use-words.ts';

/** Oneself: profile, language, appearance, the way out. */
export function AccountMenu() {
  const words = useWords();
  const me = useMe();
  const router = useRouter();
  const queries = useQueryClient();
  const toast = useToast();
  const look = theme.use();

  const fail = (error: unknown) => toast.show({ text: problemText(error, words), tone: 'danger' });

  function speak(next: 'ko' | 'en') {
    language.set(next);
    client.me.change({ language: next }).then((now) => queries.setQueryData(keys.me, now), fail);
  }

  async function signOut() {
    try {
      await client.sessions.signOut();
      router.replace('/admin/sign-in');
      queries.clear();
    } catch (error) {
      fail(error);
    }
  }

  const looks: Theme[] = ['system', 'light', 'dark'];
  return (
    <Menu
      trigger={
        <Button look="quiet" className="a-account">
          <UserRound />
          <span className="a-account-name">{me.name}</span>
          <span className="a-quiet">{words.shell.roles[me.role]}</span>
        </Button>
      }
      items={[
        { id: 'me', label: words.shell.me, icon: <UserRound />, onSelect: () => router.push('/admin/me') },
        {
          label: words.shell.language,
          items: [
            { id: 'ko', label: '한국어', chosen: words.language === 'ko', onSelect: () => speak('ko') },
            { id: 'en', label: 'English', chosen: words.language === 'en', onSelect: () => speak('en') },
          ],
        },
        {
          label: words.shell.theme.label,
          items: looks.map((one) => ({
            id: one,
            label: words.shell.theme[one],
            chosen: look === one,
            onSelect: () => theme.set(one),
          })),
        },
        { id: 'out', label: words.shell.signOut, icon: <LogOut />, onSelect: () => void signOut() },
      ]}
    />
  );
}

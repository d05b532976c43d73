'use client';

import { useQuery } from '@tanstack/react-query';
import { PickerProvider } from '../images/picker.tsx';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { Loaded, Screen } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { SettingsForm } from './settings-form.tsx';

/** Name and look of the blog. */
export function SettingsScreen() {
  const { settings: text } = useWords();
  const settings = useQuery({
    queryKey: keys.settings,
    queryFn: client.settings.get,
    refetchOnWindowFocus: false,
  });
  return (
    <PickerProvider>
      <Screen title={text.title} lead={text.lead}>
        <Loaded query={settings}>
          {(data) => <SettingsForm settings={data} onStale={() => void settings.refetch()} />}
        </Loaded>
      </Screen>
    </PickerProvider>
  );
}

'use client';

import { Screen } from '../shell/screen.tsx';
import { PickerProvider } from '../images/picker.tsx';
import { useWords } from '../words/use-words.ts';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { TotpPanel } from './totp-panel.tsx';

/** Oneself: what readers see, and what keeps the account safe. */
export function MeScreen() {
  const { me } = useWords();
  return (
    <PickerProvider>
      <Screen title={me.title}>
        <div className="a-panels">
          <ProfileForm />
          <PasswordForm />
          <TotpPanel />
          <SessionsPanel />
        </div>
      </Screen>
    </PickerProvider>
  );
}

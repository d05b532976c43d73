import { SettingsScreen } from '../../../../admin/site/settings-screen.tsx';

export default function Page() {
  return <SettingsScreen />;
}

import { ApiKeysScreen } from '../../../../admin/people/api-keys-screen.tsx';

export default function Page() {
  return <ApiKeysScreen />;
}

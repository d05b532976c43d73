import { AccountsScreen } from '../../../../admin/people/accounts-screen.tsx';

export default function Page() {
  return <AccountsScreen />;
}

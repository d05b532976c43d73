import { InvitationScreen } from '../../../admin/session/invitation-screen.tsx';

export default function Page() {
  return <InvitationScreen />;
}

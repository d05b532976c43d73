import { MeScreen } from '../../../../admin/people/me-screen.tsx';

export default function Page() {
  return <MeScreen />;
}

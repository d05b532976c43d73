import { Suspense } from 'react';
import { SignInScreen } from '../../../admin/session/sign-in-screen.tsx';

export default function Page() {
  return (
    <Suspense>
      <SignInScreen />
    </Suspense>
  );
}

import type { ReactNode } from 'react';
import { Gate } from '../../../admin/session/gate.tsx';
import { Shell } from '../../../admin/shell/shell.tsx';

export default function DeskLayout({ children }: { children: ReactNode }) {
  return (
    <Gate>
      <Shell>{children}</Shell>
    </Gate>
  );
}

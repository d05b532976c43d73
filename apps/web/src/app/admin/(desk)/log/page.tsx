import { AuditScreen } from '../../../../admin/people/audit-screen.tsx';

export default function Page() {
  return <AuditScreen />;
}

import { NotFound } from '../../admin/shell/not-found.tsx';

export default function Page() {
  return <NotFound />;
}

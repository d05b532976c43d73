import { PostingsScreen } from '../../../admin/postings/list-screen.tsx';

export default function Page() {
  return <PostingsScreen />;
}

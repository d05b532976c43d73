import { PreviewPage } from '../../../../admin/editor/preview-page.tsx';

export default function Page() {
  return <PreviewPage />;
}

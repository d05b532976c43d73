import { EditorPage } from '../../../../admin/editor/editor-page.tsx';
import { Gate } from '../../../../admin/session/gate.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <Gate>
      <EditorPage id={id} />
    </Gate>
  );
}

import { ImagesScreen } from '../../../../admin/images/images-screen.tsx';

export default function Page() {
  return <ImagesScreen />;
}

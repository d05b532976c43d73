import { TaxonomyScreen } from '../../../../admin/site/taxonomy-screen.tsx';

export default function Page() {
  return <TaxonomyScreen />;
}

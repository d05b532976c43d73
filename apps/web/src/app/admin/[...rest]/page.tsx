import { notFound } from 'next/navigation';

/** Any other address under /admin. */
export default function Page() {
  notFound();
}

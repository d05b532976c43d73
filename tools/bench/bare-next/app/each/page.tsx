import post from '../../post.json';

// Rendered anew for each request.
export const dynamic = 'force-dynamic';

export default function Page() {
  return <main dangerouslySetInnerHTML={{ __html: post.html }} />;
}

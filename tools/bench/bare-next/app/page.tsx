import post from '../post.json';

export const metadata = { title: post.title };

export default function Page() {
  return <main dangerouslySetInnerHTML={{ __html: post.html }} />;
}

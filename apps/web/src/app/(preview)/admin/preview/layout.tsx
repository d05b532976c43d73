import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '@gonggo/ui/tokens.css';
import '@gonggo/content/content.css';
import '../../../../site/site.css';

/** A document of its own: the styles of the site, none of the admin's. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: '공고', robots: { index: false, follow: false } };
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default function PreviewLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="ko" suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}

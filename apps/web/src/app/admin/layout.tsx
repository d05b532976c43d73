import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '@gonggo/ui/tokens.css';
import '@gonggo/ui/ui.css';
import '@gonggo/content/content.css';
import '@gonggo/content/editor.css';
import '../../admin/admin.css';
import { readConfig } from '../../../server/config.ts';
import { installationOf } from '../../../server/installation.ts';
import { Providers } from '../../admin/session/providers.tsx';

/** Rendered per request: the nonce of the content policy belongs to one reply. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: '공고', robots: { index: false, follow: false } };
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function AdminLayout({ children }: { children: ReactNode }) {
  const config = readConfig();
  const installation = (await installationOf(config)) ?? undefined;
  return (
    <html lang="ko" data-installation={installation} data-site={config.siteUrl} suppressHydrationWarning>
      <body>
        <Providers>{children}</Providers>
      </body>
    </html>
  );
}

import type { ReactNode } from 'react';

export const dynamic = 'force-dynamic'; // the front's CSP nonce needs a page rendered per request

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="ko">
      <body>{children}</body>
    </html>
  );
}

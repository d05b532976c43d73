import { Head, Html, Main, NextScript } from 'next/document';
import type { DocumentProps } from 'next/document';

export default function Document({ __NEXT_DATA__: { page } }: DocumentProps) {
  return (
    <Html lang={page.startsWith('/en') ? 'en' : 'ko'}>
      <Head />
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  );
}

import type { AppProps } from 'next/app';
import 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css';
import '@gonggo/ui/tokens.css';
import '@gonggo/content/content.css';
import '../site/site.css';

export default function App({ Component, pageProps }: AppProps) {
  return <Component {...pageProps} />;
}

'use client';

import { useEffect, useState } from 'react';
import { accentCss } from '../../site/accent.ts';
import { Posting } from '../../site/posting.tsx';
import { isPreviewMessage, readyMessage, type PreviewMessage } from './preview-message.ts';

/** Shows what the editor sends, with the components and styles of the site. */
export function PreviewPage() {
  const [message, setMessage] = useState<PreviewMessage | null>(null);
  const [now] = useState(() => Date.now());

  useEffect(() => {
    const hear = (event: MessageEvent) => {
      if (event.origin === window.location.origin && isPreviewMessage(event.data)) setMessage(event.data);
    };
    window.addEventListener('message', hear);
    window.parent.postMessage(readyMessage, window.location.origin);
    return () => window.removeEventListener('message', hear);
  }, []);

  const accent = message?.settings?.accent ?? '';
  const locale = message?.posting.locale ?? 'ko';
  useEffect(() => {
    const { style } = document.documentElement;
    for (const rule of accentCss(accent).split(';').filter(Boolean)) {
      const colon = rule.indexOf(':');
      style.setProperty(rule.slice(0, colon), rule.slice(colon + 1));
    }
    document.documentElement.lang = locale;
  }, [accent, locale]);

  if (!message) return null;
  const { posting, settings } = message;
  return (
    <main
      id="_main"
      onClickCapture={(event) => {
        // A preview leads nowhere; only the way within the page works.
        const link = (event.target as Element).closest('a');
        if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault();
      }}
    >
      <Posting
        view={{ kind: 'posting', posting, others: [] }}
        site={{ url: window.location.origin, settings, logo: null }}
        now={now}
      />
    </main>
  );
}

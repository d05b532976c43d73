import type { PostingDocument } from '@gonggo/content';
import { Button, classNames, Dialog, Skeleton } from '@gonggo/ui';
import { useQuery } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { useWords } from '../words/use-words.ts';
import { previewMessage, readyMessage } from './preview-message.ts';

interface PreviewProps {
  title: string;
  note?: string;
  /** null = still loading. */
  posting: PostingDocument | null;
  onClose: () => void;
}

/** The page as readers get it, at the width of a phone or of a desk. */
export function PreviewDialog({ title, note, posting, onClose }: PreviewProps) {
  const words = useWords();
  const [width, setWidth] = useState<'phone' | 'desktop'>('desktop');
  const widths = { phone: <Smartphone />, desktop: <Monitor /> };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={note}
      closeLabel={words.common.close}
      size="full"
    >
      <div className="a-preview">
        <div className="a-actions" role="group" aria-label={words.editor.previewTitle}>
          {(['phone', 'desktop'] as const).map((one) => (
            <Button
              key={one}
              size="small"
              icon={widths[one]}
              aria-pressed={width === one}
              onClick={() => setWidth(one)}
            >
              {words.editor[one]}
            </Button>
          ))}
        </div>
        {posting ? (
          <PreviewFrame posting={posting} className={classNames('a-preview-frame', `a-preview-${width}`)} />
        ) : (
          <Skeleton label={words.common.loading} lines={8} />
        )}
      </div>
    </Dialog>
  );
}

/** The site's own page in a frame, told by message what to show: nothing of a draft is ever in an address. */
function PreviewFrame({ posting, className }: { posting: PostingDocument; className: string }) {
  const words = useWords();
  const frame = useRef<HTMLIFrameElement>(null);
  const { data: settings = null } = useQuery({
    queryKey: keys.settings,
    queryFn: client.settings.get,
    staleTime: 60_000,
  });

  useEffect(() => {
    const send = () =>
      frame.current?.contentWindow?.postMessage(previewMessage(posting, settings), window.location.origin);
    const hear = (event: MessageEvent) => {
      if (event.source === frame.current?.contentWindow && event.data === readyMessage) send();
    };
    window.addEventListener('message', hear);
    send();
    return () => window.removeEventListener('message', hear);
  }, [posting, settings]);

  return <iframe ref={frame} className={className} src="/admin/preview" title={words.editor.previewFrame} />;
}

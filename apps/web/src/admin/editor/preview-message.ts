import type { PostingDocument } from '@gonggo/content';
import type { Settings } from '@gonggo/contract';

/** What the preview's frame says once it listens. */
export const readyMessage = 'gonggo-preview-ready';

export interface PreviewMessage {
  kind: 'gonggo-preview';
  posting: PostingDocument;
  settings: Settings | null;
}

export const previewMessage = (posting: PostingDocument, settings: Settings | null): PreviewMessage => ({
  kind: 'gonggo-preview',
  posting,
  settings,
});

export const isPreviewMessage = (data: unknown): data is PreviewMessage =>
  typeof data === 'object' && data !== null && (data as { kind?: unknown }).kind === 'gonggo-preview';

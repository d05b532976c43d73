import { createHash } from 'node:crypto';
import { readerPolicy } from './headers.ts';

const style =
  ':root{color-scheme:light dark}body{font:17px/1.75 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem}a{color:inherit}';

/** What is shown when not even our own error page could be made. */
export const fallbackPage = `<!doctype html><html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>잠시 후 다시 시도해 주세요</title><style>${style}</style><h1>지금은 글을 보여 드릴 수 없어요</h1><p>잠시 후 다시 시도해 주세요. <a href="/">처음으로</a></p><p lang="en">This page can’t be shown at the moment. Please try again shortly.</p></html>`;

export const fallbackPolicy = readerPolicy(`sha256-${createHash('sha256').update(style).digest('base64')}`);

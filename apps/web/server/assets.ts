import { ReplyStore } from '@gonggo/reply-store';
import type { Kept } from '@gonggo/reply-store';
import { readFile, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { commonHeaders } from './headers.ts';

const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const typeOf = (path: string): string =>
  path === '/speculation.json'
    ? 'application/speculationrules+json'
    : (types[extname(path)] ?? 'application/octet-stream');

/** Files of the build, under names that change with their content, and of `public`. Known at start; nothing else is served. */
export class Assets {
  private constructor(
    private readonly files: ReadonlyMap<string, string>,
    private readonly siteUrl: string,
    private readonly store = new ReplyStore({ maxBytes: 24 * 1024 * 1024 }),
  ) {}

  static async of(webFolder: string, siteUrl: string): Promise<Assets> {
    const files = new Map<string, string>();
    await collect(join(webFolder, '.next/static'), '/_next/static', files);
    await collect(join(webFolder, 'public'), '', files);
    return new Assets(files, siteUrl);
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  get(path: string): Promise<Kept> {
    return this.store.fill(path, async () => {
      const file = this.files.get(path);
      if (!file) throw new Error(`No such file: ${path}`);
      return {
        status: 200,
        headers: {
          'Content-Type': typeOf(path),
          'Cache-Control': path.startsWith('/_next/')
            ? 'public, max-age=31536000, immutable'
            : 'public, max-age=3600',
          Vary: 'Accept-Encoding',
          ...commonHeaders(this.siteUrl),
        },
        body: await readFile(file),
        lastModified: (await stat(file)).mtime,
      };
    });
  }
}

async function collect(folder: string, address: string, into: Map<string, string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = `${address}/${entry.name}`;
    if (entry.isDirectory()) await collect(join(folder, entry.name), path, into);
    else if (!entry.name.startsWith('.')) into.set(path, join(folder, entry.name));
  }
}

import { join } from 'node:path';

/** The repository's root: libraries are compiled from their source, through the paths of tsconfig.base.json. */
const root = join(import.meta.dirname, '../..');

/** @type {import('next').NextConfig} */
export default {
  turbopack: { root },
  outputFileTracingRoot: root,
  pageExtensions: ['tsx', 'ts'],
  poweredByHeader: false,
  // The front compresses and tags what it keeps; doing it twice would only cost.
  compress: false,
  generateEtags: false,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true }, // tsc checks the whole workspace, tests included
  devIndicators: false,
};

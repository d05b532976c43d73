import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const installed = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8'));

/** Tests run as CommonJS, so every installed package that is only an ES module is compiled like our own code. */
const esModules = Object.keys(installed.packages)
  .filter((path) => path.startsWith('node_modules/'))
  .filter((path) => {
    try {
      return JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')).type === 'module';
    } catch {
      return false; // an optional package of another platform
    }
  })
  .map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));

const compile = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
      keepClassNames: true,
    },
  },
];

function project(displayName, folder) {
  return {
    displayName,
    rootDir: root,
    roots: [join(root, folder)],
    testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/', '/dist-server/', '/.next/', '/e2e/'],
    modulePathIgnorePatterns: ['/dist/', '/dist-server/', '/.next/'],
    testEnvironment: 'node',
    // How many inputs the properties of the editor are tried on: PROPERTY_RUNS=10000 for a long run.
    globals: { propertyRuns: Number(process.env.PROPERTY_RUNS) || 60 },
    setupFilesAfterEnv: [join(root, 'tools/jest/patience.cjs')],
    transform: { '^.+\\.m?[jt]sx?$': compile },
    transformIgnorePatterns: [
      `/node_modules/(?!.*/node_modules/)(?!.*\\.mjs$)(?!(?:${esModules.join('|')})/)`,
    ],
    moduleNameMapper: {
      '\\.css$': join(root, 'tools/jest/empty.cjs'),
      '^@gonggo/(content|contract|ui|reply-store)$': join(root, 'libs/$1/src/index.ts'),
      '^@gonggo/(content|contract)/([a-z]+)$': join(root, 'libs/$1/src/$2.ts'),
    },
  };
}

export default {
  // A test says whether, not how fast: a busy machine must not fail it.
  testTimeout: 120_000,
  projects: [
    project('content', 'libs/content'),
    project('contract', 'libs/contract'),
    project('reply-store', 'libs/reply-store'),
    project('ui', 'libs/ui'),
    project('web', 'apps/web'),
    project('api', 'apps/api'),
  ],
};

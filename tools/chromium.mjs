import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { mayInstall } from './debian.mjs';
import { Problem } from './problem.mjs';
import { run } from './processes.mjs';
import { step } from './progress.mjs';
import { root } from './settings.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A Chromium for the browser tests: the one that is named, Playwright's, the system's, or one that is installed now. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  if (named) throw new Problem(`CHROMIUM_PATH names ${named}, which does not exist.`);
  return (await playwrights()) ?? system() ?? (await installed());
}

async function playwrights() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function system() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [
    ...folders.flatMap((folder) => commands.map((name) => join(folder, name))),
    ...applications,
  ];
  return candidates.find((path) => existsSync(path));
}

async function installed() {
  const attempts = [
    [
      'Playwright’s Chromium',
      () => [process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium']],
    ],
    ...(mayInstall()
      ? [
          [
            'Debian’s Chromium',
            () => ['sh', ['-c', 'apt-get update && apt-get install -y --no-install-recommends chromium']],
          ],
        ]
      : []),
  ];
  for (const [name, command] of attempts) {
    try {
      await step(`Installing ${name}`, (onLine) => run(name, ...command(), { onLine }));
      const found = (await playwrights()) ?? system();
      if (found) return found;
    } catch {
      // the next way, or the message below
    }
  }
  throw new Problem(
    'No Chromium found: install one (npx playwright install --with-deps chromium) or name it in CHROMIUM_PATH.',
  );
}

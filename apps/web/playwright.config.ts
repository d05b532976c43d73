import { defineConfig, devices } from '@playwright/test';
import { sites, siteUrl } from './e2e/support/installation.ts';

/** Runs against Gonggos that are up: `npm test -- --only browser` starts some of its own on empty databases. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // On one site one file after the other: tests publish and withdraw there.
  workers: sites.length,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: siteUrl,
    locale: 'ko-KR',
    timezoneId: 'Asia/Seoul',
    screenshot: 'only-on-failure',
    // Recording costs a third of a run's time: `npm test -- --only browser --trace on` records.
    trace: 'off',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
});

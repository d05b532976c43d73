import { defineConfig, devices } from '@playwright/test';

/** Runs against a Gonggo that is up: `npm test -- --only browser` starts one of its own on an empty database. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // One after the other: tests publish and withdraw on one site, and the machine may be small.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: process.env.SITE_URL ?? 'http://localhost:3000',
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

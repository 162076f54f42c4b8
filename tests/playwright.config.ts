import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { chromiumOptions } from '#tests/support/browser.ts';
import { url, webServer } from '#tests/support/e2e-site.ts';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  outputDir: path.resolve(import.meta.dirname, '..', 'test-results', 'e2e'),
  fullyParallel: true,
  workers: 2,
  // Against tests that hang; nothing is timed here, and the machine may have other work.
  timeout: 90_000,
  reporter: [
    ['list'],
    ['json', { outputFile: path.resolve(import.meta.dirname, '..', 'test-results', 'e2e.json') }],
  ],
  use: {
    baseURL: url,
    // A browser without a window says so, and is taken for a program.
    userAgent: devices['Desktop Chrome'].userAgent,
    launchOptions: await chromiumOptions(),
    // The cause of a failure that is seen once in a hundred runs is in its first trace.
    trace: 'retain-on-failure',
  },
  webServer,
});

import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  root,
  cacheDir: path.join(root, '.cache', 'vitest'),
  test: {
    projects: [
      // Pure rules share nothing that one file could leave behind for the next.
      { test: { name: 'unit', root, isolate: false, include: ['tests/unit/**/*.test.ts'] } },
      { test: { name: 'house', root, isolate: false, include: ['tests/house/**/*.test.ts'] } },
      {
        test: {
          name: 'integration',
          root,
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

const INTEGRATION = '**/*.integration.test.ts';
const ELSEWHERE = ['**/node_modules/**', 'out/**', 'dist/**'];

/** Fast: pure code and properties. Integration: PostgreSQL and files. E2e: the real app, one test file at a time. */
export default defineConfig({
  test: {
    // Limits are for what hangs: a busy machine is no failure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'fast',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...ELSEWHERE, INTEGRATION, 'e2e/desktop/**'],
          isolate: false, // half the time went into reading the same modules again for every file
          maxWorkers: '100%',
          setupFiles: ['fake-indexeddb/auto'], // Dexie looks for it once, whichever file is read first
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: [INTEGRATION],
          exclude: [...ELSEWHERE, 'e2e/desktop/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/desktop/**/*.test.ts'],
          exclude: ELSEWHERE,
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});

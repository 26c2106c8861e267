import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    pool: 'forks',
    // Much of the time is spent waiting for PostgreSQL or Chromium.
    maxWorkers: 2,
    // Of the root, so that all projects share one cluster.
    globalSetup: ['test/global-setup.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          pool: 'forks',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
          exclude: [
            'test/journeys/**',
            'test/drills/**',
            'src/main.test.ts',
            'test/authorisation/**',
            'node_modules/**',
          ],
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'drills',
          pool: 'forks',
          // Servers that are started and stopped: most of the time is spent waiting for them.
          include: ['test/drills/**/*.test.ts', 'src/main.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'walls',
          pool: 'forks',
          include: ['test/authorisation/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          pool: 'forks',
          include: ['test/journeys/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

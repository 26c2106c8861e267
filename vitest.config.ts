import { defineConfig } from 'vitest/config'

/** They knock at every field of every form: minutes, and more with each form. */
const everyField = [
  'test/hostile/header-injection.test.ts',
  'test/hostile/open-redirect.test.ts',
  'test/hostile/script-in-forms.test.ts',
  'test/hostile/script-in-columns.test.ts',
]

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
            'src/**/*-commands.test.ts',
            'test/authorisation/**',
            ...everyField,
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
          include: ['test/drills/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'every-field',
          pool: 'forks',
          include: everyField,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          // The service and the command line as processes of their own: seconds for each start.
          name: 'processes',
          pool: 'forks',
          include: ['src/main.test.ts', 'src/**/*-commands.test.ts'],
          testTimeout: 60_000,
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

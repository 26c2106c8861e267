import { defineConfig } from 'vitest/config'

// Stryker's own run: only the tests that need no database, so no PostgreSQL is started.
export default defineConfig({
  test: {
    pool: 'forks',
    include: [
      'src/*/model/**/*.test.ts',
      'src/*/*/model/**/*.test.ts',
      'src/language/**/*.test.ts',
      'src/frameworks/*content*.test.ts',
    ],
    testTimeout: 20_000,
  },
})

import type { Migration } from './list.ts'

export const jobs: Migration = {
  name: '0014-jobs',
  sql: '',
}

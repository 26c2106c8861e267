import type { Migration } from './list.ts'

export const audit: Migration = {
  name: '0013-audit',
  sql: '',
}

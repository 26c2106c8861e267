import type { Migration } from './list.ts'

export const organisations: Migration = {
  name: '0009-organisations',
  sql: '',
}

import type { Migration } from './list.ts'

export const keysIn: Migration = {
  name: '0008-keys-in',
  sql: '',
}

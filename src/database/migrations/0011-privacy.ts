import type { Migration } from './list.ts'

export const privacy: Migration = {
  name: '0011-privacy',
  sql: '',
}

import type { Migration } from './list.ts'

export const memberships: Migration = {
  name: '0010-memberships',
  sql: '',
}

import type { Migration } from './list.ts'

export const signIn: Migration = {
  name: '0007-sign-in',
  sql: '',
}

import type { Migration } from './list.ts'

export const choices: Migration = {
  name: '0012-choices',
  sql: '',
}

import type { Kysely, Transaction as KyselyTransaction } from 'kysely'
import type { Tables } from './tables.ts'

export type Database = Kysely<Tables>

/** What every store function takes: opened by `asActor`, which says who is acting. */
export type Transaction = KyselyTransaction<Tables>

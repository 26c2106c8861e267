/** The statements that a page sends, with who acts, to be asked again. */
import { Kysely } from 'kysely'
import type pg from 'pg'
import { personOfSession } from '../src/accounts/accounts-actions.ts'
import { actorDialect } from '../src/database/actor-dialect.ts'
import type { Database } from '../src/database/database.ts'
import { openPool } from '../src/database/pg-connection.ts'
import type { Tables } from '../src/database/tables.ts'
import type { Site } from '../src/web/site.ts'

export interface Question {
  readonly actor: string
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** Reads alone: what is written would not be there twice. */
export async function asked(
  config: pg.ClientConfig,
  show: (db: Database, findPerson: Site['findPerson']) => Promise<void>,
): Promise<Question[]> {
  const pool = openPool({ ...config, max: 1 })
  const questions: Question[] = []
  let actor = ''
  const db = new Kysely<Tables>({
    dialect: actorDialect(pool),
    log: ({ query: { sql, parameters } }) => {
      if (/^(select|with)\b/i.test(sql.trim())) questions.push({ actor, sql, parameters })
    },
  })
  pool.on('connect', (client) => {
    const query = client.query.bind(client)
    client.query = ((...given: Parameters<typeof query>) => {
      const text = String((given[0] as { text?: string }).text ?? given[0])
      actor = /set_config\('app\.actor', '([^']*)'/.exec(text)?.[1] ?? actor
      return query(...given)
    }) as typeof client.query
  })
  await show(db, (token) => personOfSession(db, token, new Date()))
  await db.destroy()
  return questions
}

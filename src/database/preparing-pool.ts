/**
 * Statements that are asked again and again keep their plan in the connection: planning a policy
 * anew is the greater part of a short page. Never through a pooler, where the next transaction may
 * be with another server process. Why: docs/decisions/0014-statements-that-keep-their-plans.md
 */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/** Asked less often, a plan costs more memory than it saves time. */
const askedBefore = 10
/** Each takes some memory of each connection. */
const mostKept = 200

type NameOf = (sql: string) => string | undefined

export function preparingPool(pool: pg.Pool): PostgresPool {
  const nameOf = statementNames()
  const direct = new WeakMap<pg.PoolClient, boolean>()

  async function knownOrAsked(client: pg.PoolClient): Promise<boolean> {
    const known = direct.get(client)
    if (known !== undefined) return known
    try {
      const asked = await isDirect(client)
      direct.set(client, asked)
      return asked
    } catch (error) {
      // Nobody else gives it back: a pool that keeps broken ones for ever has none left to lend.
      client.release(true)
      throw error
    }
  }

  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const known = await knownOrAsked(client)
      return preparing(client, known ? nameOf : () => undefined)
    },
  }
}

/** What pg does not say in its types. */
interface Inside {
  /** The reason why a query can be cancelled. */
  readonly processID?: number | null
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } }
}

/** A pooler makes up the number of the server process that it tells a client at the start. */
async function isDirect(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  return rows[0]?.pid === (client as Inside).processID
}

function statementNames(): NameOf {
  const names = new Map<string, string>()
  const asked = new Map<string, number>()
  return (sql) => {
    const name = names.get(sql)
    if (name !== undefined || names.size >= mostKept) return name
    const times = (asked.get(sql) ?? 0) + 1
    if (times <= askedBefore) {
      // Texts that are never the same twice must not pile up.
      if (asked.size > 5 * mostKept) asked.clear()
      asked.set(sql, times)
      return undefined
    }
    asked.delete(sql)
    names.set(sql, `kept_${names.size}`)
    return names.get(sql)
  }
}

function preparing(client: pg.PoolClient, nameOf: NameOf): PostgresPoolClient {
  let outdated = false
  const gather = inOneMessage(client)
  const query = async (text: string, values: readonly unknown[]) => {
    // Without values it may be several statements in one, which cannot be prepared.
    const name = values.length === 0 ? undefined : nameOf(text)
    gather()
    try {
      return await client.query({ ...(name && { name }), text, values: [...values] })
    } catch (error) {
      outdated ||= isOutdatedPlan(error)
      throw error
    }
  }
  const release = (destroy = false) => client.release(destroy || outdated)
  return Object.assign(Object.create(client), { query, release })
}

/** What is asked before anybody waits goes out together: a write for each costs more than the rest. */
function inOneMessage(client: pg.PoolClient): () => void {
  const { stream } = (client as Inside).connection ?? {}
  let gathering = false
  return () => {
    if (gathering || stream === undefined) return
    gathering = true
    stream.cork()
    process.nextTick(() => {
      gathering = false
      stream.uncork()
    })
  }
}

/** A table changed under a connection that kept a plan of it: only a new connection forgets it. */
function isOutdatedPlan(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '0A000'
}

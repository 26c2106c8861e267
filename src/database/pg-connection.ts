/** The one place that opens connections: a pg Client or Pool without an `error` listener ends node when the server stops. */
import pg from 'pg'

export function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionTimeoutMillis: 10_000,
    pipeline: true,
    types: { getTypeParser: typeParser },
    ...config,
  })
  pool.on('error', ignore)
  // pg-pool takes its own listener off a client while it is lent out.
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

export async function openClient(config: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser: typeParser },
    ...config,
  })
  client.on('error', ignore)
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(ignore)
    throw error
  }
  return client
}

/** Ends a client whether or not its server is still there. */
export async function closeClient(client: pg.Client): Promise<void> {
  await client.end().catch(ignore)
}

/** The query in flight is rejected by itself; an idle connection is simply replaced. */
function ignore(): void {}

const DATE = pg.types.builtins.DATE
const INT8 = pg.types.builtins.INT8

// pg would make a `date` midnight of the machine's time zone, and a count a string.
const typeParser: typeof pg.types.getTypeParser = (oid: number, format?: string) => {
  if (format !== 'binary' && oid === DATE) return (text: string) => text
  if (format !== 'binary' && oid === INT8) return safeInteger
  return format === 'binary'
    ? pg.types.getTypeParser(oid, 'binary')
    : pg.types.getTypeParser(oid, 'text')
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is beyond 2^53`)
  return value
}

/** What no page can do: let days go by, and let the work of the morning be done now. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { readPostmaster, roleNames } from '../../src/database/embedded/cluster.ts'

/** Runs as the superuser of the cluster in a DATA_DIR. */
export async function behindThePages(dataDir: string, statement: string): Promise<void> {
  const folder = (await readdir(dataDir)).find((name) => /^postgres-\d+$/.test(name)) ?? ''
  const postmaster = await readPostmaster(join(dataDir, folder))
  if (postmaster === undefined) throw new Error(`no cluster runs in ${dataDir}`)
  const { socketDir: host, port } = postmaster
  const client = new pg.Client({ host, port, user: roleNames.superuser, database: 'lanyard' })
  await client.connect()
  await client.query(statement)
  await client.end()
}

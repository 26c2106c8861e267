/** Tells which tables a request changed, and puts them back as they were. */
import type pg from 'pg'

export interface Watch {
  /** The tables that are not as they were last time. */
  readonly changed: () => Promise<readonly string[]>
  /** As they were when the watch began. */
  readonly putBack: () => Promise<void>
}

/** Copies are temporary tables, which end with this connection. */
export async function watchDatabase(client: pg.Client): Promise<Watch> {
  const tables = await listTables(client)
  for (const { name } of tables) {
    await client.query(`create temp table "kept_${name}" as table public."${name}"`)
  }
  const marks = `select jsonb_object_agg(name, mark) as marks from (${tables
    .map(({ name }) => markOf(name))
    .join(' union all ')} union all ${jobs}) marked`
  const read = async () => {
    const { rows } = await client.query<{ marks: Record<string, string> }>(marks)
    return rows[0]?.marks ?? {}
  }
  let kept = await read()
  const differing = async () => {
    const now = await read()
    return Object.keys(now).filter((name) => now[name] !== kept[name])
  }
  async function putBack() {
    const dirty = await differing()
    if (dirty.length === 0) return
    const statements = tables
      .filter(({ name }) => dirty.includes(name))
      .map(
        ({ name, columns }) =>
          `delete from public."${name}"; insert into public."${name}" (${columns})
          overriding system value select ${columns} from "kept_${name}";`,
      )
    await client.query(
      `begin; set local session_replication_role = replica; delete from pgboss.job;
        ${statements.join(' ')} commit`,
    )
    kept = await read()
  }
  return { changed: differing, putBack }
}

async function listTables(client: pg.Client) {
  const { rows } = await client.query<{ name: string; columns: string }>(
    `select table_name as name, string_agg(format('%I', column_name), ', ') as columns
      from information_schema.columns join pg_tables on tablename = table_name
      where table_schema = 'public' and schemaname = 'public' and is_generated = 'NEVER'
      group by table_name`,
  )
  return rows
}

const jobs = `select 'jobs' as name, count(*)::text as mark from pgboss.job`

/** Every new version of a row has a later number. Looking is noted in a session, and changes nothing. */
function markOf(name: string): string {
  const mark =
    name === 'session'
      ? `count(*) || coalesce(string_agg(stepped_up_at::text || token_hash::text, ' ' order by id), '')`
      : `count(*) || ' ' || coalesce(max(xmin::text::bigint), 0)`
  return `select '${name}' as name, ${mark} as mark from public."${name}"`
}

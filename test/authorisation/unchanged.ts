/** Tells which tables a request changed, and puts them back as they were. */
import type pg from 'pg'
import { afterAll } from 'vitest'

export interface Watch {
  /** The tables with rows that came, went or changed since they were last put back. */
  readonly changed: () => Promise<readonly string[]>
  /** As they were when the watch began. Gives which were not. */
  readonly putBack: () => Promise<readonly string[]>
}

/** A trigger on every table notes that a row changed. Copies are temporary, and end with `client`. */
export async function watchDatabase(client: pg.Client): Promise<Watch> {
  const tables = await listTables(client)
  await client.query(notes)
  for (const { name } of tables) await client.query(watching(name))
  // The next file of tests has the same database.
  afterAll(() => client.query('drop schema watch cascade'))
  async function changed() {
    const { rows } = await client.query<{ name: string }>(
      `select distinct name from watch.note
        union all select 'jobs' where exists (select from pgboss.job)`,
    )
    return rows.map(({ name }) => name)
  }
  async function putBack() {
    const dirty = await changed()
    if (dirty.length === 0) return []
    const statements = tables.filter(({ name }) => dirty.includes(name)).map(puttingBack)
    await client.query(
      `begin; set local session_replication_role = replica; delete from pgboss.job;
        delete from watch.note; ${statements.join(' ')} commit`,
    )
    return dirty
  }
  return { changed, putBack }
}

interface WatchedTable {
  readonly name: string
  readonly columns: string
}

async function listTables(client: pg.Client): Promise<WatchedTable[]> {
  const { rows } = await client.query<WatchedTable>(
    `select table_name as name, string_agg(format('%I', column_name), ', ') as columns
      from information_schema.columns join pg_tables on tablename = table_name
      where table_schema = 'public' and schemaname = 'public' and is_generated = 'NEVER'
      group by table_name`,
  )
  return rows
}

/** Whoever changes a row, the note is the superuser's. */
const notes = `
  create schema watch;
  create unlogged table watch.note (name text not null);
  create function watch.take() returns trigger language plpgsql security definer as $$
    begin
      insert into watch.note values (tg_table_name);
      return null;
    end
  $$;`

function watching(name: string): string {
  return `
    create temp table "kept_${name}" as table public."${name}";
    ${triggerOf(name, name === 'session' ? 'insert or delete' : 'insert or update or delete', '')}
    ${name === 'session' ? triggerOf(name, 'update', lookedAt) : ''}`
}

/** Looking is noted in a session, and changes nothing. */
const lookedAt = `when ((old.stepped_up_at, old.token_hash) is distinct from
  (new.stepped_up_at, new.token_hash))`

function triggerOf(name: string, events: string, when: string): string {
  return `create trigger "watch_${events.replaceAll(' ', '_')}" after ${events} on public."${name}"
    for each row ${when} execute function watch.take();`
}

/** Only what differs is written: most of a table is as it was. */
function puttingBack({ name, columns }: WatchedTable): string {
  return `
    delete from public."${name}" here
      where not exists (select from "kept_${name}" kept where kept::text = here::text);
    insert into public."${name}" (${columns}) overriding system value
      select ${columns} from "kept_${name}" kept
      where not exists (select from public."${name}" here where here::text = kept::text);`
}

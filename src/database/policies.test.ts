/** The second wall, read from the database itself: no table without it, nobody round it. */
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'

const { superuserClient } = await testDatabase('each-file')
const named = async (query: string) =>
  (await superuserClient.query<{ name: string }>(query)).rows.map(({ name }) => name)

/** The runner's own list, which the application never reads. */
const exceptions = ['migration']

describe('row-level security', () => {
  it('is on for every table of ours, and each has a policy', async () => {
    const open = await named(`
      select relname as name from pg_class
      join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'public' and relkind in ('r', 'p')
        and (not relrowsecurity or not exists (select from pg_policy where polrelid = pg_class.oid))`)
    expect(open.sort()).toEqual(exceptions)
  })

  it('holds behind views too', async () => {
    const unguarded = await named(`
      select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'public' and relkind = 'v'
        and not coalesce(reloptions::text like '%security_invoker=true%', false)`)
    expect(unguarded).toEqual([])
  })

  it('is not passed by the application, which owns nothing', async () => {
    const owned = await named(`
      select relname as name from pg_class where relowner = 'lanyard_app'::regrole`)
    expect(owned).toEqual([])
    const { rows } = await superuserClient.query(
      `select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = 'lanyard_app'`,
    )
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }])
  })

  it('asks for the actor in one way, which is null outside a transaction', async () => {
    const asking = await named(`
      select polname as name from pg_policy
      where pg_get_expr(polqual, polrelid) like '%current_setting%'
         or pg_get_expr(polwithcheck, polrelid) like '%current_setting%'`)
    expect(asking).toEqual([])
    const { rows } = await superuserClient.query(`select actor() as actor`)
    expect(rows).toEqual([{ actor: null }])
  })

  it('lets the application change no row of a record that is only ever added to', async () => {
    const changing = await named(`
      select table_name || ' ' || privilege_type as name
      from information_schema.table_privileges
      where grantee = 'lanyard_app' and table_schema = 'public' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`)
    expect(changing.sort()).toEqual([
      'draft_import DELETE',
      'draft_thing DELETE',
      'edition DELETE',
      'email_address DELETE',
      'email_code DELETE',
      'equality_answer DELETE',
      'evidence DELETE',
      'export_copy DELETE',
      'goal DELETE',
      'learning_wish DELETE',
      'membership_team DELETE',
      'open_id_identity DELETE',
      'open_id_login DELETE',
      'overlay_cell DELETE',
      'overlay_column DELETE',
      'overlay_statement DELETE',
      'passkey DELETE',
      'passkey_challenge DELETE',
      'passport_entry DELETE',
      'received_credential DELETE',
      'recovery_code DELETE',
      'session DELETE',
      'signing_draft UPDATE',
      'supervision_agenda DELETE',
    ])
  })

  it('searches no writable schema from functions that see more than the actor', async () => {
    const loose = await named(`
      select proname as name from pg_proc join pg_namespace on pg_namespace.oid = pronamespace
      where nspname = 'public' and prosecdef
        and not coalesce(array_to_string(proconfig, ',') like '%search_path=%pg_temp%', false)`)
    expect(loose).toEqual([])
  })
})

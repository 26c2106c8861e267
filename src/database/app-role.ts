/** The second wall stands only if the application cannot step over it. */
import type pg from 'pg'

interface Powers {
  readonly name: string
  readonly superuser: boolean
  readonly bypasses: boolean
  readonly owns: string | null
  readonly granted: boolean
}

/** Also what the role could become by SET ROLE. */
const POWERS = `
  select current_user as name,
    exists (select from pg_roles where rolsuper and pg_has_role(oid, 'member')) as superuser,
    exists (select from pg_roles where rolbypassrls and pg_has_role(oid, 'member')) as bypasses,
    (select min(c.oid::regclass::text) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
        and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and pg_has_role(c.relowner, 'member')) as owns,
    exists (select from pg_roles
      where rolname = 'lanyard_app' and pg_has_role(oid, 'member')) as granted`

export async function checkAppRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<Powers>(POWERS)
  const fault = rows[0] && faultOf(rows[0])
  if (fault) throw new Error(`${fault} Let DATABASE_URL connect as lanyard_app.`)
}

function faultOf({ name, superuser, bypasses, owns, granted }: Powers): string | undefined {
  const role = `The application will not run as the database role ${name}:`
  if (superuser) return `${role} it is, or can become, a superuser.`
  if (bypasses) return `${role} it is not held by row-level security (BYPASSRLS).`
  if (owns !== null) return `${role} it owns tables, or can become their owner (${owns}).`
  if (!granted) return `${role} it is not a member of lanyard_app, whom the tables are granted to.`
  return undefined
}

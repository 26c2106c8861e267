/** Whether anything was changed, wherever it stands. */
import type pg from 'pg'

/** Written by looking alone. */
const notCounted = ['session', 'migration', 'viewing']

export async function openFingerprint(superuser: pg.ClientBase): Promise<() => Promise<string>> {
  const { rows } = await superuser.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public'
       and tablename <> all ($1) order by 1`,
    [notCounted],
  )
  const counts = rows.map(
    ({ name }) =>
      `select '${name}' as name, count(*)::text || ' ' || coalesce(sum(hashtextextended(all_of::text, 0)), 0)::text as print from ${name} as all_of`,
  )
  const query = counts.join(' union all ')
  return async () => {
    const { rows } = await superuser.query<{ name: string; print: string }>(query)
    return rows.map(({ name, print }) => `${name} ${print}`).join('\n')
  }
}

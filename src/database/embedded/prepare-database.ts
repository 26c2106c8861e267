/** All that the superuser is for: the roles, and the database. */
import type pg from 'pg'

const SET_UP_LOCK = 2

/** Two starters may do this at once. */
export async function prepareDatabase(superuser: pg.ClientBase, name: string): Promise<void> {
  if (await isPrepared(superuser, name)) return
  await superuser.query(`select pg_advisory_lock(${SET_UP_LOCK})`)
  try {
    await createRoles(superuser)
    if (!(await isPrepared(superuser, name))) await createDatabase(superuser, name)
  } finally {
    await superuser.query(`select pg_advisory_unlock(${SET_UP_LOCK})`)
  }
}

/** A database that was made but not yet granted is finished by whoever comes next. */
async function isPrepared(superuser: pg.ClientBase, name: string): Promise<boolean> {
  const { rowCount } = await superuser.query(
    `select from pg_database d join pg_roles r on r.rolname = 'lanyard_app'
      where d.datname = $1 and has_database_privilege(r.oid, d.oid, 'connect')
        and not has_database_privilege(r.oid, d.oid, 'temporary')`,
    [name],
  )
  return rowCount === 1
}

async function createRoles(superuser: pg.ClientBase): Promise<void> {
  for (const role of ['lanyard_owner', 'lanyard_app']) {
    const { rowCount } = await superuser.query('select from pg_roles where rolname = $1', [role])
    if (rowCount) continue
    await superuser.query(
      `create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication`,
    )
  }
}

export async function createDatabase(superuser: pg.ClientBase, name: string): Promise<void> {
  const { rowCount } = await superuser.query('select from pg_database where datname = $1', [name])
  if (!rowCount) await superuser.query(`create database "${name}" owner lanyard_owner`)
  await superuser.query(
    `revoke all on database "${name}" from public; grant connect on database "${name}" to lanyard_app`,
  )
}

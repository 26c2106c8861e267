/** What must be true of the database after any kill. Read as its owner, whom no policy hides anything from. */
import type pg from 'pg'
import type { Done } from './acts.ts'

const found: Readonly<Record<Done['table'], string>> = {
  session: `select encode(token_hash, 'hex') as key from session where encode(token_hash, 'hex') = any ($1)`,
  private_note: 'select note as key from private_note where note = any ($1)',
  share: 'select id::text as key from share where id::text = any ($1)',
  sign_off_request: 'select id::text as key from sign_off_request where id::text = any ($1)',
  sign_off_answer:
    'select request_id::text as key from sign_off_answer where request_id::text = any ($1)',
  // A signing counts with all that belongs to it: statements, credential and status place.
  signing: `
    select request_id::text as key from signing
    where request_id::text = any ($1)
      and exists (select from sign_off where signing_id = signing.id)
      and exists (select from signing_credential shown
                  join credential on credential.id = shown.credential_id
                  where shown.signing_id = signing.id)`,
}

/** Acknowledged, and not there. */
export async function listLost(owner: pg.ClientBase, done: readonly Done[]): Promise<Done[]> {
  const lost: Done[] = []
  for (const [table, ofTable] of Map.groupBy(done, ({ table }) => table)) {
    const keys = ofTable.map(({ key }) => key)
    const { rows } = await owner.query<{ key: string }>(found[table], [keys])
    const there = new Set(rows.map(({ key }) => key))
    lost.push(...ofTable.filter(({ key }) => !there.has(key)))
  }
  return lost
}

/** A change and its event stand or fall together: as many of the one as of the other. */
const pairs: readonly (readonly [act: string, rows: string])[] = [
  ['share.made', 'select id from share'],
  ['sign-off.asked', 'select id from sign_off_request'],
  ['sign-off.taken-back', `select request_id from sign_off_answer where outcome = 'taken-back'`],
  ['sign-off.declined', `select request_id from sign_off_answer where outcome = 'declined'`],
  ['sign-off.signed', 'select id from signing'],
  ['credential.issued', 'select id from credential'],
]

/** Changes without their event, events without their change, and signings in part. */
export async function listTorn(owner: pg.ClientBase): Promise<string[]> {
  const torn: string[] = []
  for (const [act, rows] of pairs) {
    const { rows: counts } = await owner.query<{ events: number; changes: number }>(
      `select (select count(*) from audit_event where action = $1) as events,
              (select count(*) from (${rows}) changed) as changes`,
      [act],
    )
    const [{ events, changes } = { events: 0, changes: 0 }] = counts
    if (events !== changes) torn.push(`${act}: ${events} events for ${changes} changes`)
  }
  const { rows } = await owner.query<{ id: string }>(`
    select id::text from signing where not exists (select from sign_off where signing_id = signing.id)
      or not exists (select from signing_credential where signing_id = signing.id)
    union all
    select id::text from credential
      where not exists (select from signing_credential where credential_id = credential.id)`)
  return [...torn, ...rows.map(({ id }) => `in part: ${id}`)]
}

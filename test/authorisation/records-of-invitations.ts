/** Who was invited: by letter, on paper, in a file, and by a steward who names a first manager. */
import { randomUUID } from 'node:crypto'
import { makeCodeSecret, makeLinkSecret } from '../../src/organisations/invitations/secrets.ts'
import type { TestSite } from '../site.ts'
import { invitedAddressOf, wordsOf } from './canary.ts'
import { members, type OwnerName, owners } from './people.ts'

/** Verified, and nobody manages people there. */
export const unmanaged = 'lanternstep'

export async function insertInvitations(test: TestSite, owner: OwnerName) {
  const sent = makeLinkSecret(test.site)
  const printed = makeCodeSecret(test.site)
  const insert = inserter(test)
  const letter = { name: wordsOf(owner, 'invitee'), email: invitedAddressOf(owner) }
  const who = { organisation: owners[owner].organisation, by: managerIdOf(owner) }
  const { file, startedFile } = await insertFiles(test, owner)
  const invitation = await insert({ ...who, ...letter, hash: sent.hash })
  const paper = { ...who, name: `Paper of ${owner}` }
  const printedInvitation = await insert({ ...paper, hash: printed.hash })
  await insert({ ...paper, file: startedFile })
  await insert({ ...who, name: `Late of ${owner}`, email: `late-${owner}@example.org`, days: -2 })
  const joined = { name: wordsOf(owner, 'joined-as'), email: `joined-${owner}@example.org` }
  const takenInvitation = await insert({ ...who, ...joined, takenBy: members[owner].id })
  return {
    ...{ file, startedFile, invitation, printedInvitation, takenInvitation },
    ...{ joinToken: sent.shown, joinHash: sent.hash, joinCode: printed.shown },
  }
}

/** The same for every owner: whoever was invited has joined, and waits to be made the manager. */
export async function inviteFirstManager(test: TestSite) {
  const firstManager = randomUUID()
  const { superuserClient } = test.database
  const name = wordsOf('holder', 'first-manager')
  await superuserClient.query('insert into person (id, name) values ($1, $2)', [firstManager, name])
  await superuserClient.query(
    `insert into membership (person_id, organisation, job_title) values ($1, $2, 'Manager')`,
    [firstManager, unmanaged],
  )
  const firstInvitation = await inserter(test)({
    ...{ organisation: unmanaged, by: members.steward.id, name, takenBy: firstManager },
  })
  return { firstManager, firstInvitation }
}

interface Row {
  readonly organisation: string
  readonly by: string
  readonly name: string
  readonly email?: string
  readonly hash?: Buffer
  readonly file?: string
  readonly takenBy?: string
  /** Until it runs out. */
  readonly days?: number
}

function inserter({ database }: TestSite) {
  return async ({ organisation, by, name, email, hash, file, takenBy, days = 9 }: Row) => {
    const id = randomUUID()
    const way = email === undefined ? 'printed-code' : 'email'
    await database.superuserClient.query(
      `insert into invitation (id, organisation, invited_by, name, email, way, secret_hash, batch_id,
          batch_row, accepted_by, accepted_at, expires_at, job_title, starts_on)
        values ($1, $2, $3, $4, $5, $6, $7, $8, case when $8::uuid is not null then 1 end, $9::uuid,
          case when $9::uuid is not null then now() end, now() + $10 * interval '1 day', 'Helper',
          current_date)`,
      [id, organisation, by, name, email, way, hash, file, takenBy, days],
    )
    return id
  }
}

/** One that somebody looks at, and one that is being sent. */
async function insertFiles({ database }: TestSite, owner: OwnerName) {
  const [file, startedFile] = [randomUUID(), randomUUID()]
  const row = {
    ...{ number: 2, name: wordsOf(owner, 'in-file'), email: 'no e-mail', jobTitle: 'Helper' },
    ...{ team: '', permissions: '', startsOn: '' },
  }
  const unclear = { ...row, number: 3, jobTitle: '' }
  const values = [owners[owner].organisation, managerIdOf(owner), JSON.stringify([row, unclear])]
  const { superuserClient } = database
  await superuserClient.query(
    'insert into invitation_batch (organisation, made_by, rows, id) values ($1, $2, $3, $4)',
    [...values, file],
  )
  await superuserClient.query(
    `insert into invitation_batch (organisation, made_by, rows, id, started_by, started_at, total)
      values ($1, $2, $3, $4, $2, now(), 2)`,
    [...values, startedFile],
  )
  return { file, startedFile }
}

function managerIdOf(owner: OwnerName): string {
  return members[owners[owner].manager].id
}

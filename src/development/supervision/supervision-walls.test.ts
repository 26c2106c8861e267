/** The second wall of who may ask and agree, without the scope that the pages give. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { asActor } from '../../database/as-actor.ts'
import {
  insertSupervising,
  listAskedFor,
  setSupervisingAgreed,
  setSupervisingEnded,
} from './supervising-store.ts'

const { database } = await testSite()
const { db, superuserClient } = database
const organisation = 'merrowfell-hospitals'
const colleague = 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c'
const ids = { workerId: people.holder as string, supervisorId: people.assessor as string }
await superuserClient.query(
  `insert into permission_grant (person_id, organisation, permission)
    values ($1, $2, 'manage-team') on conflict do nothing`,
  [people.issuer, organisation],
)

const as = (id: string) => personWith(id)

async function asking(by: string, { workerId, supervisorId } = ids): Promise<string> {
  await superuserClient.query(
    `update supervising set ended_on = current_date, end_reason = 'ended' where ended_on is null`,
  )
  const id = randomUUID()
  const asked = { id, workerId, supervisorId, organisation, askedBy: by }
  await asActor(db, as(by), (db) => insertSupervising(db, asked))
  return id
}

const agree = (by: string, id: string) => asActor(db, as(by), (db) => setSupervisingAgreed(db, id))

describe('a supervision', () => {
  it('is asked for by one of the two, or by whoever manages people there', async () => {
    for (const by of [people.holder, people.assessor]) await asking(by)
    await asking(people.issuer)
    const own = (personId: string) =>
      asActor(db, as(personId), (db) => listAskedFor(db, { personId: people.issuer }))
    expect(await own(people.issuer)).toHaveLength(1)
    expect(await own(colleague)).toEqual([])
    await expect(asking(colleague)).rejects.toThrow(/row-level security/)
    await expect(asking(people.stranger)).rejects.toThrow(/row-level security/)
  })

  it('is of somebody who may supervise, and who works there', async () => {
    await expect(asking(people.holder, { ...ids, supervisorId: colleague })).rejects.toThrow(
      /row-level security/,
    )
    await expect(asking(people.holder, { ...ids, supervisorId: people.stranger })).rejects.toThrow(
      /row-level security/,
    )
  })

  it('is agreed to by the two alone', async () => {
    const id = await asking(people.holder)
    for (const by of [people.issuer, colleague, people.stranger]) {
      expect(await agree(by, id)).toBe(false)
    }
    expect(await agree(people.assessor, id)).toBe(true)
    expect(await agree(people.assessor, id)).toBe(false)
  })

  it('asked for by a manager is not agreed to by the manager', async () => {
    const id = await asking(people.issuer)
    expect(await agree(people.issuer, id)).toBe(false)
    const ended = await asActor(db, as(people.issuer), (db) => setSupervisingEnded(db, id))
    expect(ended).toBe('taken-back')
  })

  it('that stands, or that its worker ended, is handed over by no manager', async () => {
    const former = await asking(people.holder)
    await agree(people.assessor, former)
    const take = () =>
      asActor(db, as(people.issuer), (db) =>
        insertSupervising(db, {
          ...{ id: randomUUID(), workerId: people.holder as string, organisation, follows: former },
          ...{ supervisorId: people.issuer as string, askedBy: people.issuer as string },
        }),
      )
    await expect(take()).rejects.toThrow(/row-level security/)
    await asActor(db, as(people.holder), (db) => setSupervisingEnded(db, former))
    await expect(take()).rejects.toThrow(/row-level security/)
  })

  it('is not begun, ended or handed over by changing its row', async () => {
    const id = await asking(people.holder)
    await expect(
      asActor(db, as(people.holder), (db) =>
        // The types know no such change either.
        db
          .updateTable('supervising')
          .set({ ended_on: '2026-01-01' } as never)
          .where('id', '=', id)
          .execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})

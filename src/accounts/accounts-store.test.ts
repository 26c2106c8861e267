import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { people, personWith } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { asActor } from '../database/as-actor.ts'
import { findIdentityCheck, findNames, listAssessors } from './accounts-store.ts'
import { identityCheckWays } from './model/account.ts'

const { site, database } = await testSite()
const { db } = site
const { ownerDb } = database

const employer = 'merrowfell-hospitals'
const second = 'ostlewick-community'
const holder = personWith(people.holder)

const work = (person: string, organisation: string, dates: { from: string; to?: string }) =>
  ownerDb
    .insertInto('membership')
    .values({
      ...{ person_id: person, organisation, job_title: 'Bank shift' },
      ...{ valid_from: dates.from, valid_to: dates.to ?? null },
    })
    .execute()

const leave = (person: string, organisation: string) =>
  ownerDb
    .updateTable('membership')
    .where('person_id', '=', person)
    .where('organisation', '=', organisation)
    .set({ valid_from: '2020-01-01', valid_to: '2020-12-31' })
    .execute()

describe('colleagues who may sign off', () => {
  it('are those where one works now, and not where one has worked', async () => {
    const asked = () => asActor(db, holder, (db) => listAssessors(db, people.holder))
    expect((await asked()).map(({ organisation }) => organisation)).toContain(employer)
    await work(people.holder, second, { from: '2020-01-01' })
    await work(people.assessor, second, { from: '2020-01-01' })
    await leave(people.holder, employer)
    expect((await asked()).map(({ organisation }) => organisation)).not.toContain(employer)
  })
})

describe('colleagues', () => {
  it('are not seen before the day on which one starts', async () => {
    const councillor = 'a9dbc668-4cbc-4297-a0b1-139e23170286'
    await work(people.stranger, 'quillbourne-adult-social-care', { from: '2999-01-01' })
    const names = await asActor(db, personWith(people.stranger), (db) =>
      findNames(db, [councillor]),
    )
    expect(names.size).toBe(0)
  })
})

describe('how somebody’s identity was checked', () => {
  const saved = (how: string) =>
    sql`insert into identity_check (id, person_id, organisation, how, checked_on)
      values (${randomUUID()}, ${people.stranger}, ${employer}, ${how}, current_date)`.execute(
      ownerDb,
    )

  it.each(identityCheckWays)('may be told as one of a closed list: %s', async (how) => {
    await expect(saved(how)).resolves.toBeDefined()
  })

  it('is never told in free text, which could give away somebody’s immigration status', async () => {
    await expect(saved('Residence permit checked online')).rejects.toThrow(/check constraint/)
  })

  it('is read as its words', async () => {
    const check = await asActor(db, holder, (db) => findIdentityCheck(db, people.holder))
    expect(check?.how).toBe('Photo identity document, seen in person')
  })
})

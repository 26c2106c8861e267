import { describe, expect, it } from 'vitest'
import { addressOf, lanyard } from '../../../test/command-line.ts'
import { testDatabase } from '../../../test/database.ts'
import { personWith } from '../../../test/issue-credential.ts'
import { temporaryFolder } from '../../../test/temporary-folder.ts'
import { asActor } from '../../database/as-actor.ts'
import { setFirstSteward } from './first-steward-store.ts'

const database = await testDatabase('each-file')
const { db, ownerDb } = database
const env = {
  DATA_DIR: await temporaryFolder(),
  DATABASE_URL: addressOf(database),
  BASE_URL: 'https://lanyard.example',
  OPERATOR_NAME: 'The Example Board',
}
const steward = (...args: string[]) => lanyard(['steward', ...args], env)

const stewards = () =>
  ownerDb
    .selectFrom('permission_grant')
    .innerJoin('email_address', 'email_address.person_id', 'permission_grant.person_id')
    .innerJoin('organisation', 'organisation.slug', 'permission_grant.organisation')
    .where('permission_grant.ended_on', 'is', null)
    .orderBy('permission')
    .select(['address', 'permission', 'organisation.name', 'organisation.kind'])
    .execute()

describe('lanyard steward', () => {
  it.each([
    [['--name', 'Ffion Example'], 'Use: lanyard steward'],
    [['ffion@example.org'], 'Use: lanyard steward'],
    [['ffion@example.org', '--name', 'Ffion', '--job', 'x'], 'Use: lanyard steward'],
    [['ffion', '--name', 'Ffion'], 'ffion is no e-mail address. Give one such as'],
    [['ffion@example.org', '--name', ' '], '--name: Enter a name'],
    [['ffion@example.org', '--name', 'Ffion', '--organisation', ''], '--organisation: Enter'],
  ])('refuses %o with what to write', async (args, words) => {
    const { code, stderr } = await steward(...args)
    expect(stderr).toContain(words)
    expect(code).toBe(2)
    expect(await stewards()).toEqual([])
  })

  it('makes the first steward, who signs in by e-mail and manages people there', async () => {
    const { code, stdout } = await steward('Ffion@Example.org', '--name', 'Ffion Example')
    expect(stdout).toContain('https://lanyard.example/sign-in')
    expect(code).toBe(0)
    const held = { address: 'ffion@example.org', name: 'The Example Board', kind: 'steward' }
    expect(await stewards()).toEqual([
      { ...held, permission: 'manage-team' },
      { ...held, permission: 'steward-framework' },
    ])
  })

  it('is recorded as the operator’s act, about that person', async () => {
    const { rows } = await database.superuserClient.query(
      `select actor, action, about is not null as is_about from audit_event order by at, id`,
    )
    expect(rows).toContainEqual({
      ...{ actor: 'job:operator', action: 'organisation.added', is_about: false },
    })
    const given = rows.filter(({ action }) => action === 'permission.given')
    expect(given).toEqual(
      Array(2).fill({ actor: 'job:operator', action: 'permission.given', is_about: true }),
    )
    expect(JSON.stringify(rows)).not.toContain('Ffion')
  })

  it('changes nothing when it is run again', async () => {
    const before = await stewards()
    const { code, stdout } = await steward('ffion@example.org', '--name', 'Somebody Else')
    expect([code, stdout]).toEqual([0, 'They are a steward already. Nothing was changed.\n'])
    expect(await stewards()).toEqual(before)
  })

  it('makes no second one, who is invited by the first', async () => {
    const { code, stdout } = await steward('other@example.org', '--name', 'Other')
    expect(stdout).toContain('there is a steward already')
    expect(code).toBe(1)
    expect(await stewards()).toHaveLength(2)
  })

  it('is the operator’s alone', async () => {
    const wanted = { id: crypto.randomUUID(), name: 'X', address: 'x@example.org' }
    const made = asActor(db, personWith(crypto.randomUUID()), (db) =>
      setFirstSteward(db, { ...wanted, organisation: { slug: 'x', name: 'X' } }),
    )
    await expect(made).rejects.toThrow(/only the operator/)
  })
})

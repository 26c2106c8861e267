/** The second wall: what row-level security refuses whatever the program asks. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { people, personWith } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { findNames } from '../accounts/accounts-store.ts'
import type { Actor } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import { findNote, insertNote, listAnswers } from './passports-store.ts'
import { insertRequest } from './requests-store.ts'
import { insertSigning, insertSigningCredential, insertWithdrawals } from './signings-store.ts'

const { site } = await testSite()
const { db } = site
const edition = 'ahp-support-worker/2026'
const organisation = 'merrowfell-hospitals'
const elsewhere = 'd5fc6864-467b-478a-866c-98775e587146'
const holder = personWith(people.holder)
const assessor = personWith(people.assessor)

const request = (fields: { assessorId?: string; holderId?: string } = {}) => ({
  ...{ id: randomUUID(), holderId: people.holder, assessorId: people.assessor },
  ...{ organisation, edition, section: '3.9', level: 'entry' as const, codes: ['3.9-entry'] },
  ...fields,
})

const signing = (requestId: string, fields: { holderId?: string; organisation?: string } = {}) => ({
  ...{ id: randomUUID(), requestId, holderId: people.holder, assessorId: people.assessor },
  ...{
    organisation,
    edition,
    section: '3.9',
    level: 'entry' as const,
    method: 'observed' as const,
  },
  ...{ assessedOn: '2026-01-01', setting: 'Ward' },
  shown: {
    assessor: { name: 'A' },
    organisation: 'O',
    identityCheck: 'not-checked' as const,
  },
  ...fields,
})

const refused = /row-level security/

async function asked(): Promise<string> {
  const made = request()
  await asActor(db, holder, (db) => insertRequest(db, made))
  return made.id
}

describe('the database refuses', () => {
  it('a request in somebody else’s name, or to somebody who is no colleague', async () => {
    const given = (actor: Actor, fields: Parameters<typeof request>[0]) =>
      asActor(db, actor, (db) => insertRequest(db, request(fields)))
    await expect(given(assessor, {})).rejects.toThrow(refused)
    await expect(given(holder, { assessorId: elsewhere })).rejects.toThrow(refused)
  })

  it('a signing for anybody but whoever asked, and for another organisation', async () => {
    const id = await asked()
    const given = (actor: Actor, fields: Parameters<typeof signing>[1]) =>
      asActor(db, actor, (db) => insertSigning(db, signing(id, fields), ['3.9-entry']))
    await expect(given(assessor, { holderId: elsewhere })).rejects.toThrow(refused)
    await expect(given(assessor, { organisation: 'ostlewick-community' })).rejects.toThrow(refused)
    await expect(given(holder, {})).rejects.toThrow(refused)
    await given(assessor, {})
  })

  it('a holder who would show a credential as theirs, and an assessor who would withdraw', async () => {
    const made = signing(await asked())
    await asActor(db, assessor, (db) => insertSigning(db, made, ['3.9-entry']))
    const shown = { signingId: made.id, holderId: people.holder, credentialId: randomUUID() }
    await expect(asActor(db, holder, (db) => insertSigningCredential(db, shown))).rejects.toThrow(
      refused,
    )
    const withdrawal = { cause: 'error' as const, explanation: 'x', withdrawnBy: people.assessor }
    await expect(
      asActor(db, assessor, (db) =>
        insertWithdrawals(db, { ...withdrawal, signOffs: [randomUUID()], holderId: people.holder }),
      ),
    ).rejects.toThrow(refused)
  })

  it('private notes to everybody but their writer', async () => {
    const place = { holderId: people.holder, edition, section: '3.9' }
    await asActor(db, holder, (db) => insertNote(db, place, 'Mine'))
    await asked()
    for (const reader of [assessor, personWith(people.issuer)]) {
      expect(await asActor(db, reader, (db) => findNote(db, place))).toBeUndefined()
    }
    expect(await asActor(db, holder, (db) => findNote(db, place))).toBe('Mine')
  })

  it('the answers of a holder to a colleague who was not asked', async () => {
    const place = { holderId: people.holder, edition }
    const other = personWith('79aa6a69-e71a-4183-8039-11b38ada78ec')
    expect((await asActor(db, other, (db) => listAnswers(db, place))).size).toBe(0)
  })

  it('names to a link that shares nothing', async () => {
    const link: Actor = { kind: 'link', id: randomUUID() }
    expect((await asActor(db, link, (db) => findNames(db, [people.holder]))).size).toBe(0)
  })
})

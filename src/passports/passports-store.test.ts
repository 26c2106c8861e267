/** The second wall: what row-level security refuses whatever the program asks. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  facts,
  issueForTest,
  people,
  personWith,
  signAndIssue,
} from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { findIdentityCheck, findNames } from '../accounts/accounts-store.ts'
import type { Actor } from '../actor.ts'
import { prepareIssuing } from '../credentials/credentials-actions.ts'
import { asActor } from '../database/as-actor.ts'
import type { LevelSlug } from '../frameworks/model/framework.ts'
import { findNote, insertAnswers, insertNote, listAnswers } from './passports-store.ts'
import { insertRequest, insertRequestAnswer } from './sign-offs/requests-store.ts'
import {
  insertSigning,
  insertSigningCredential,
  insertWithdrawals,
} from './sign-offs/signing-acts-store.ts'
import { findSigningDraft, saveSigningDraft } from './sign-offs/signing-drafts-store.ts'

const { site, database } = await testSite()
const { db } = site
const { ownerDb } = database
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

const stepUp = { how: 'demonstration' as const, at: new Date() }

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
  stepUp,
  ...fields,
})

const refused = /row-level security/

async function asked(fields: Parameters<typeof request>[0] = {}): Promise<string> {
  const made = request(fields)
  await asActor(db, holder, (db) => insertRequest(db, made))
  return made.id
}

/** A request that its assessor has said yes to. */
async function agreed(): Promise<string> {
  const requestId = await asked()
  await asActor(db, assessor, (db) => insertRequestAnswer(db, { requestId, outcome: 'signed' }))
  return requestId
}

async function issueForOther(): Promise<string> {
  const holderId = 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c'
  const issuing = await prepareIssuing(site, { organisation, holderId })
  return (await signAndIssue(issuing, { actor: assessor, site, facts })).id
}

describe('the database refuses', () => {
  it('a request in somebody else’s name, or to somebody who is no colleague', async () => {
    const given = (actor: Actor, fields: Parameters<typeof request>[0]) =>
      asActor(db, actor, (db) => insertRequest(db, request(fields)))
    await expect(given(assessor, {})).rejects.toThrow(refused)
    await expect(given(holder, { assessorId: elsewhere })).rejects.toThrow(refused)
  })

  it('a signing for anybody but whoever asked, and for another organisation', async () => {
    const id = await agreed()
    const given = (actor: Actor, fields: Parameters<typeof signing>[1]) =>
      asActor(db, actor, (db) => insertSigning(db, signing(id, fields), ['3.9-entry']))
    await expect(given(assessor, { holderId: elsewhere })).rejects.toThrow(refused)
    await expect(given(assessor, { organisation: 'ostlewick-community' })).rejects.toThrow(refused)
    await expect(given(holder, {})).rejects.toThrow(refused)
    await given(assessor, {})
  })

  it('what an assessor has entered to everybody else, and an entry in their name', async () => {
    const requestId = await asked()
    const other = personWith('79aa6a69-e71a-4183-8039-11b38ada78ec')
    const date = { day: '', month: '', year: '' }
    const draft = { codes: [], method: '', assessed: date, setting: '', review: date, note: 'N' }
    const place: { requestId: string; assessorId: string } = {
      requestId,
      assessorId: people.assessor,
    }
    const keeps = (actor: Actor, at = place) =>
      asActor(db, actor, (db) => saveSigningDraft(db, at, draft))
    const sees = (actor: Actor) => asActor(db, actor, (db) => findSigningDraft(db, place))
    for (const actor of [holder, other]) await expect(keeps(actor)).rejects.toThrow(refused)
    await expect(keeps(other, { ...place, assessorId: other.id })).rejects.toThrow(refused)
    await keeps(assessor)
    expect(await sees(assessor)).toEqual(draft)
    for (const actor of [holder, other, personWith(people.issuer)]) {
      expect(await sees(actor)).toBeUndefined()
    }
    await asActor(db, holder, (db) => insertRequestAnswer(db, { requestId, outcome: 'taken-back' }))
    expect(await sees(assessor)).toBeUndefined()
    await expect(keeps(assessor)).rejects.toThrow(refused)
  })

  it('a holder who would show a credential as theirs, and an assessor who would withdraw', async () => {
    const made = signing(await agreed())
    await asActor(db, assessor, (db) => insertSigning(db, made, ['3.9-entry']))
    const shown = { signingId: made.id, holderId: people.holder, credentialId: randomUUID() }
    await expect(asActor(db, holder, (db) => insertSigningCredential(db, shown))).rejects.toThrow(
      refused,
    )
    const withdrawnBy = people.assessor
    const withdrawal = { cause: 'error' as const, explanation: 'x', withdrawnBy, stepUp }
    await expect(
      asActor(db, assessor, (db) =>
        insertWithdrawals(db, { ...withdrawal, signOffs: [randomUUID()], holderId: people.holder }),
      ),
    ).rejects.toThrow(refused)
  })

  it('a signing of what was taken back, or of another section or level than was asked for', async () => {
    type Changed = { section?: string; edition?: string; level?: LevelSlug }
    const given = (requestId: string, fields: Changed) =>
      asActor(db, assessor, (db) =>
        insertSigning(db, { ...signing(requestId), ...fields }, ['3.9-entry']),
      )
    const requestId = await asked()
    await expect(given(requestId, {})).rejects.toThrow(refused)
    await asActor(db, holder, (db) => insertRequestAnswer(db, { requestId, outcome: 'taken-back' }))
    await expect(given(requestId, {})).rejects.toThrow(refused)
    const id = await agreed()
    await expect(given(id, { section: '3.8' })).rejects.toThrow(refused)
    await expect(given(id, { level: 'assistant-practitioner' })).rejects.toThrow(refused)
    await expect(given(id, { edition: 'hee/2021' })).rejects.toThrow(refused)
  })

  it('a sign-off of a statement that was not asked for, also afterwards', async () => {
    const made = signing(await agreed())
    await expect(
      asActor(db, assessor, (db) => insertSigning(db, made, ['3.9-entry', '3.9.2-entry'])),
    ).rejects.toThrow(refused)
    await asActor(db, assessor, (db) => insertSigning(db, made, ['3.9-entry']))
    const more = { id: randomUUID(), signing_id: made.id, holder_id: people.holder, edition }
    const adding = asActor(db, assessor, (db) =>
      db
        .insertInto('sign_off')
        .values({ ...more, code: '3.9.2-entry' })
        .execute(),
    )
    await expect(adding).rejects.toThrow(refused)
  })

  it('a signing that would show the credential of another holder', async () => {
    const made = signing(await agreed())
    await asActor(db, assessor, (db) => insertSigning(db, made, ['3.9-entry']))
    const { id: credentialId } = await issueForTest(site)
    const theirs = await issueForOther()
    const show = (credentialId: string) =>
      asActor(db, assessor, (db) =>
        insertSigningCredential(db, { signingId: made.id, holderId: people.holder, credentialId }),
      )
    await expect(show(theirs)).rejects.toThrow(refused)
    await show(credentialId)
  })

  it('a holder’s answers to an assessor who has left', async () => {
    const place = { holderId: people.holder, edition }
    await asActor(db, holder, (db) => insertAnswers(db, place, new Map([['3.9-entry', 'not-yet']])))
    await asked()
    const seen = () => asActor(db, assessor, (db) => listAnswers(db, place))
    expect([...(await seen()).keys()]).toEqual(['3.9-entry'])
    const job = ownerDb.updateTable('membership').where('person_id', '=', people.assessor)
    await job.set({ valid_from: '2020-01-01', valid_to: '2020-12-31' }).execute()
    expect((await seen()).size).toBe(0)
    await job.set({ valid_to: null }).execute()
  })

  it('how somebody showed who they are, to a colleague whom they did not ask, or to a manager elsewhere', async () => {
    await asked()
    const other = personWith('79aa6a69-e71a-4183-8039-11b38ada78ec')
    const seenBy = (reader: Actor) =>
      asActor(db, reader, (db) => findIdentityCheck(db, people.holder))
    for (const reader of [holder, assessor]) expect(await seenBy(reader)).toBeDefined()
    for (const reader of [other, personWith('d4c0cf46-3351-4da1-8679-210be51133ca')]) {
      expect(await seenBy(reader)).toBeUndefined()
    }
  })

  it('private notes to everybody but their writer', async () => {
    const place = { holderId: people.holder, edition, section: '3.9' }
    const places = { ...place, editions: [edition] }
    await asActor(db, holder, (db) => insertNote(db, place, 'Mine'))
    await asked()
    for (const reader of [assessor, personWith(people.issuer)]) {
      expect(await asActor(db, reader, (db) => findNote(db, places))).toBeUndefined()
    }
    expect(await asActor(db, holder, (db) => findNote(db, places))).toBe('Mine')
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

import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, atMerrowfell } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { editionShelf } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import { insertEntry, removeEntry } from '../../passports/entries/entries-store.ts'
import { answers } from '../../passports/model/answer.ts'
import { entryKinds } from '../../passports/model/entry.ts'
import { currentEdition } from '../../passports/passports-edition.ts'
import { insertAnswers } from '../../passports/passports-store.ts'
import { readHeld } from '../../passports/standing/read-evaluation.ts'
import { depths } from './model/standing-share.ts'
import { readTeamStanding, showHeld } from './read-team.ts'
import { endStandingShares, insertStandingShare } from './sharing-store.ts'

const test = await testSite()
const { db } = test.database
const { signed, issuer, codesOf } = await atMerrowfell(test)
const stored = await currentEdition(editionShelf(db, test.site.now))
const today = dayOf(test.site.now())
const holderId = people.holder
const holder = personOf(holderId)
const manager = personOf(people.issuer)
const signing = await signed('3.9')
await signed('2.1')

function personOf(id: string): Person {
  return { kind: 'person', id, name: 'Somebody', permissions: [] }
}

const seen = () =>
  asActor(db, manager, (db) => readTeamStanding(db, stored, { organisation: at, today }))
const own = () => asActor(db, holder, (db) => readHeld(db, { holderId, ref: stored.ref }))

const aRecord = fc.record({
  depth: fc.constantFrom(...depths),
  kind: fc.constantFrom(...entryKinds),
  private: fc.boolean(),
  validUntil: fc.constantFrom(undefined, '2020-01-01', '2099-01-01'),
  codes: fc.subarray(['3.9-entry', '3.10-entry', '5.7-entry'], { minLength: 1 }),
  answer: fc.constantFrom(...answers),
})

describe('a team that shares', () => {
  it('is read as each of them would be shown it, whatever they hold and however much they share', async () => {
    await fc.assert(
      fc.asyncProperty(aRecord, async ({ depth, answer, ...given }) => {
        const id = randomUUID()
        const draft = { ...given, title: 'Kestrel', edition: stored.ref, facts: {} }
        await asActor(db, holder, async (db) => {
          await endStandingShares(db, { holderId })
          await insertStandingShare(db, { holderId, organisation: at, depth, endsOn: today })
          await insertEntry(db, { id, holderId }, draft)
          const said = new Map([['5.7-entry', answer]])
          await insertAnswers(db, { holderId, edition: stored.ref }, said)
        })
        const [member, ...others] = await seen()
        expect(others).toEqual([])
        expect(member?.shared).toEqual(showHeld(await own(), stored, { depth, today }))
        await asActor(db, holder, (db) => removeEntry(db, { id, holderId }))
      }),
      { numRuns: 25 },
    )
  })

  it('is read without what was withdrawn since', async () => {
    const held = async () =>
      (await seen())[0]?.shared.domains.reduce((sum, { counts }) => sum + counts.held, 0) ?? 0
    const before = await held()
    const codes = await codesOf('3.9', 'entry')
    const reply = await issuer.post(`/team/issued/${signing.signing}/withdraw`, {
      codes,
      ...{ cause: 'error', explanation: 'Signed for the wrong day.', understood: 'yes' },
    })
    expect(reply.statusCode).toBe(303)
    expect(await held()).toBe(before - codes.length)
  })

  it('is nobody to whoever manages nobody there', async () => {
    const other = personOf(people.stranger)
    expect(
      await asActor(db, other, (db) => readTeamStanding(db, stored, { organisation: at, today })),
    ).toEqual([])
  })
})

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
import { latestEdition } from '../../passports/passports-edition.ts'
import { insertAnswers } from '../../passports/passports-store.ts'
import { readHeld } from '../../passports/standing/read-evaluation.ts'
import { audiences } from './model/audience.ts'
import { type Depth, depths } from './model/standing-share.ts'
import { readTeamStanding, showHeld } from './read-team.ts'
import { endStandingShares, insertStandingShare } from './sharing-store.ts'

const test = await testSite()
const { db } = test.database
const { signed, issuer, codesOf } = await atMerrowfell(test)
const stored = await latestEdition(editionShelf(db, test.site.now))
const today = dayOf(test.site.now())
const holderId = people.holder
const holder = personOf(holderId)
const manager = personOf(people.issuer)
const supervisor = personOf(people.assessor)
await test.database.superuserClient.query(
  `insert into supervising (id, worker_id, supervisor_id, organisation, asked_by)
    values (gen_random_uuid(), $1, $2, $3, $1)`,
  [holderId, people.assessor, at],
)
await test.database.superuserClient.query(
  `update supervising set supervisor_agreed_at = now(), began_on = current_date`,
)
const signing = await signed('3.9')
await signed('2.1')

function personOf(id: string): Person {
  return { kind: 'person', id, name: 'Somebody', permissions: [] }
}

const seen = (by = manager, personId?: string) =>
  asActor(db, by, (db) => readTeamStanding(db, stored, { organisation: at, personId, today }))
const own = () => asActor(db, holder, (db) => readHeld(db, { holderId, ref: stored.ref }))

const aRecord = fc.record({
  // Undefined where they share nothing with them.
  managers: fc.constantFrom(undefined, ...depths),
  supervisors: fc.constantFrom(undefined, ...depths),
  kind: fc.constantFrom(...entryKinds),
  private: fc.boolean(),
  validUntil: fc.constantFrom(undefined, '2020-01-01', '2099-01-01'),
  codes: fc.subarray(['3.9-entry', '3.10-entry', '5.7-entry'], { minLength: 1 }),
  answer: fc.constantFrom(...answers),
})

describe('a team that shares', () => {
  it('is read as each of them would be shown it, whatever they hold and however much they share', async () => {
    await fc.assert(
      fc.asyncProperty(aRecord, async ({ managers, supervisors, answer, ...given }) => {
        const chosen = { managers, supervisors }
        const id = randomUUID()
        const draft = { ...given, title: 'Kestrel', edition: stored.ref, facts: {} }
        await asActor(db, holder, async (db) => {
          await endStandingShares(db, { holderId })
          for (const audience of audiences) {
            const depth = chosen[audience]
            if (depth === undefined) continue
            const share = { holderId, organisation: at, audience, depth, endsOn: today }
            await insertStandingShare(db, share)
          }
          await insertEntry(db, { id, holderId }, draft)
          const said = new Map([['5.7-entry', answer]])
          await insertAnswers(db, { holderId, edition: stored.ref }, said)
        })
        const held = await own()
        const shownAt = (depth: Depth | undefined) =>
          depth === undefined ? [] : [showHeld(held, stored, { depth, today })]
        const shownTo = async (by: Person, personId?: string) =>
          (await seen(by, personId)).map(({ shared }) => shared)
        expect(await shownTo(manager)).toEqual(shownAt(managers))
        expect(await shownTo(manager, holderId)).toEqual(shownAt(managers))
        expect(await shownTo(supervisor)).toEqual([])
        expect(await shownTo(supervisor, holderId)).toEqual(shownAt(supervisors))
        await asActor(db, holder, (db) => removeEntry(db, { id, holderId }))
      }),
      { numRuns: 25 },
    )
  })

  it('is read without what was withdrawn since', async () => {
    await asActor(db, holder, async (db) => {
      await endStandingShares(db, { holderId })
      const chosen = { audience: 'managers', depth: 'counts', endsOn: today } as const
      await insertStandingShare(db, { ...chosen, holderId, organisation: at })
    })
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

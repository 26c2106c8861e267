/** A changed edition is published: who is read by which, from when, and what they are told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, atMerrowfell } from '../../../test/at-merrowfell.ts'
import { people, personWith } from '../../../test/issue-credential.ts'
import { first, next, publishNext } from '../../../test/next-edition.ts'
import { testSite } from '../../../test/site.ts'
import { statement } from '../../../test/small-edition.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import type { Actor } from '../../actor.ts'
import { createApp } from '../../app.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { dayInWords } from '../../language/plain-dates.ts'
import { paths } from '../../paths.ts'
import { countTouched } from '../../touched-by.ts'
import { countCarryOverDue } from './carry-over-store.ts'

const test = await testSite()
const { site, signIn } = test
const { signed } = await atMerrowfell(test)
const today = dayOf(site.now())
const reconfirmBy = addDays(today, 50)
const session = { worker: await signIn(people.holder), manager: await signIn(people.issuer) }

const apps = new Map<number, ReturnType<typeof createApp>>()

/** The same site on another day. What it keeps of who adopted what is kept until `adopt`. */
async function siteIn(days: number) {
  const now = () => new Date(Date.now() + days * 86_400_000)
  const app = apps.get(days) ?? createApp({ ...site, now })
  apps.set(days, app)
  return {
    worker: visitor(await app, session.worker),
    manager: visitor(await app, session.manager),
  }
}

async function closeAll() {
  const open = await Promise.all(apps.values())
  apps.clear()
  await Promise.all(open.map((app) => app.close()))
}

afterAll(closeAll)

async function read(days: number, url: string): Promise<string> {
  const { worker } = await siteIn(days)
  const page = await worker.get(url)
  expect(page.statusCode).toBe(200)
  return wordsOf(page)
}

async function adopt(fields: Fields) {
  const { manager } = await siteIn(0)
  const reply = await manager.post(paths.adoptEdition(at), {
    ...{ reason: 'As everybody here.', understood: 'yes', after: '0' },
    ...fields,
  })
  if (reply.statusCode === 303) await closeAll()
  return reply
}

function fromDay(day: string): Fields {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'from-day': date, 'from-month': month, 'from-year': year }
}

const changedWords = 'Asks a person each time what they agree to, and writes down what they said.'

beforeAll(async () => {
  await test.database.ownerDb
    .insertInto('permission_grant')
    .values({ person_id: people.issuer, organisation: at, permission: 'manage-team' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await signed('2.2')
  await signed('3.9')
  await publishNext(test.database.ownerDb, {
    lines: [
      { from: '2.2-entry', fate: 'meaning-changed', to: ['2.2-entry'], reason: 'It asks more.' },
      { from: '2.2.2-entry', fate: 'retired', to: [], reason: '2.2 says it.' },
      { from: '3.9-entry', fate: 'reworded', to: ['3.9-entry'] },
    ],
    texts: { '2.2-entry': changedWords, '3.9-entry': 'Says at once what they saw, and to whom.' },
    added: [statement('5.6.7-entry', { text: 'Takes the breaks that the day needs.' })],
    reconfirmBy,
  })
})

describe('an employer that has not adopted the new edition', () => {
  it('works by the old one, and its people see that there is another', async () => {
    const passport = await read(0, '/passport')
    expect(passport).toContain('By the 2026 edition')
    expect(passport).toContain('The 2027 edition is published too')
    const domain = await read(400, '/passport/domains/2/entry')
    expect(domain).not.toContain('2026 wording')
    expect(domain).not.toContain(changedWords)
    expect(await read(0, paths.whatChanged())).toContain('Nothing changed for you')
  })

  it('shows beforehand what it would change, and changes nothing by it', async () => {
    const changes = await read(0, paths.whatChanged('2027'))
    expect(changes).toContain('To confirm again, once your employer moves (1)')
    expect(changes).toContain('there is nothing to do now')
    // It would be asked for in the older words, and have to be confirmed again all the same.
    expect(changes).not.toContain('Ask for sign-off')
    expect(await read(0, '/passport')).toContain('By the 2026 edition')
  })
})

describe('a steward who publishes', () => {
  const touched = (actor: Actor) =>
    asActor(site.db, actor, (db) => countTouched(db, { edition: first }))

  it('is told how much each statement touches, and nobody else is', async () => {
    const steward = await test.database.ownerDb
      .selectFrom('permission_grant')
      .where('permission', '=', 'steward-framework')
      .select('person_id')
      .executeTakeFirstOrThrow()
    const found = await touched(personWith(steward.person_id))
    expect(found.get('2.2-entry')).toEqual({
      ...{ signOffs: 'fewer than 5', holders: 'fewer than 5', delegations: 0 },
      employers: 'fewer than 5',
    })
    expect(found.has('2.1-entry')).toBe(false)
    expect((await touched(personWith(people.issuer))).size).toBe(0)
  })
})

describe('an employer that adopts it', () => {
  const from = addDays(today, 7)

  it('says from which day and why, today or later, of what is published', async () => {
    const past = await adopt({ edition: next, ...fromDay(addDays(today, -1)) })
    expect(past.statusCode).toBe(422)
    expect(wordsOf(past)).toContain('The day must be today or later')
    const draft = 'ahp-support-worker/2021-consultation-draft'
    expect((await adopt({ edition: draft, ...fromDay(from) })).statusCode).toBe(422)
    expect((await adopt({ edition: next, ...fromDay(from), reason: '' })).statusCode).toBe(422)
    const unread = await adopt({ edition: next, ...fromDay(from), understood: '' })
    expect(unread.statusCode).toBe(422)
  })

  it('is decided by one manager, and by nobody who does not manage people there', async () => {
    const { manager } = await siteIn(0)
    const fields = {
      edition: next,
      ...fromDay(from),
      reason: 'As everybody here.',
      understood: 'yes',
    }
    const send = () => manager.post(paths.adoptEdition(at), { ...fields, after: '0' })
    const codes = (await Promise.all([send(), send()])).map(({ statusCode }) => statusCode)
    expect(codes.sort()).toEqual([303, 422])
    const { worker } = await siteIn(0)
    expect((await worker.get(paths.adoptEdition(at))).statusCode).toBe(404)
    const page = wordsOf(await worker.get(paths.editionAt(at)))
    expect(page).toContain(`From ${dayInWords(from)} The 2027 edition. As everybody here.`)
  })

  it('is told of what comes, and the letter of the week counts it', async () => {
    const { name } = await test.database.ownerDb
      .selectFrom('organisation')
      .where('slug', '=', at)
      .select('name')
      .executeTakeFirstOrThrow()
    const planned = `${name} begins to work by the 2027 edition`
    expect(await read(0, '/account/coming-up')).toContain(planned)
    const later = await read(8, '/account/coming-up')
    expect(later).not.toContain(planned)
    expect(later).toContain('One sign-off to confirm again, because the meaning changed')
    const letter = { kind: 'job', name: 'weekly-letter' } as const
    const count = (actor: Actor, first: string, last: string) =>
      asActor(site.db, actor, (db) => countCarryOverDue(db, { from: first, to: last }))
    expect(await count(letter, today, from)).toContainEqual({
      ...{ personId: people.holder, what: 'adoption', count: 1, firstOn: from },
    })
    expect(await count(letter, addDays(reconfirmBy, -9), addDays(reconfirmBy, 4))).toEqual([
      { ...{ personId: people.holder, what: 'confirm', count: 1 }, firstOn: reconfirmBy },
    ])
    expect(await count(personWith(people.holder), today, from)).toEqual([])
  })

  it('works by it from that day, and not before', async () => {
    await closeAll()
    expect(await read(6, '/passport')).toContain('By the 2026 edition')
    const after = await read(8, '/passport')
    expect(after).toContain('By the 2027 edition')
    expect(after).toContain('What changed for me')
  })

  it('loses nobody a sign-off: one is confirmed again, one is retired, the rest go on', async () => {
    const changes = await read(8, paths.whatChanged())
    expect(changes).toContain('Please confirm again (1)')
    expect(changes).toContain('Ask for sign-off')
    expect(changes).toMatch(/Confirm again by \d+ \w+ \d{4} 2\.2 Asks a person each time/)
    expect(changes).toContain('Retired, kept in your history (1)')
    expect(changes).toContain('The words of 2026')
    expect(changes).toContain('New at your level (1)')
    expect(changes).toContain('5.6.7 Takes the breaks')
    const domain = await read(8, '/passport/domains/2/entry')
    expect(domain).toContain('Signed on the 2026 wording. The meaning changed: confirm it again by')
    expect(await read(8, '/passport/domains/3/entry')).toContain(
      'Signed on the 2026 wording. It means the same.',
    )
    expect(domain).not.toContain('was to be confirmed')
  })

  it('goes back by adopting the earlier one, from a day', async () => {
    const back = await adopt({
      ...{ edition: 'ahp-support-worker/2026', after: '1' },
      ...fromDay(addDays(today, 9)),
    })
    expect(back.statusCode).toBe(303)
    expect(await read(8, '/passport')).toContain('By the 2027 edition')
    expect(await read(10, '/passport')).toContain('By the 2026 edition')
    expect(await read(10, '/passport/domains/2/entry')).not.toContain('2026 wording')
  })
})

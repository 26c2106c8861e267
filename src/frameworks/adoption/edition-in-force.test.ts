/** What the database works out for letters is what the pages show: an announced withdrawal moves nobody. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { at } from '../../../test/at-merrowfell.ts'
import { first, next, publishNext } from '../../../test/next-edition.ts'
import { testSite } from '../../../test/site.ts'
import { editionShelf } from '../edition-shelf.ts'
import { adoptedFramework as framework } from './adopted-framework.ts'

const { site, database } = await testSite()

async function inForceNow() {
  const { rows } = await sql<{ ref: string; may: boolean }>`
    select edition_in_force(${at}, ${framework}, current_date) as ref,
      may_be_adopted(${first}, ${framework}) as may`.execute(database.ownerDb)
  const shown = await editionShelf(site.db, site.now).inForce(framework, at)
  return { ...rows[0], shown: shown?.ref }
}

async function withdrawn(when: Date) {
  await database.ownerDb
    .insertInto('edition_status')
    .values({ edition: first, status: 'withdrawn', at: when })
    .execute()
}

it('goes on by its edition from the day that its withdrawal is announced, and after that day', async () => {
  const changed = { lines: [], texts: {}, added: [], reconfirmBy: '2099-01-01' }
  await publishNext(database.ownerDb, changed)
  await withdrawn(new Date(Date.now() + 86_400_000))
  expect(await inForceNow()).toEqual({ ref: first, may: true, shown: first })
  await withdrawn(new Date(Date.now() - 1000))
  expect(await inForceNow()).toEqual({ ref: first, may: false, shown: first })
})

it('is shown by another process with what is carried over to it, as soon as it is shown', async () => {
  const shelf = editionShelf(site.db, site.now)
  await shelf.list()
  const { successions } = await shelf.get(next)
  expect(successions.map(({ to }) => to)).toContain(next)
})

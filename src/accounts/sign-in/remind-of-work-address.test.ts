import { beforeEach, describe, expect, it } from 'vitest'
import { testSite } from '../../../test/site.ts'
import { asActor } from '../../database/as-actor.ts'

const { database, lettersTo, workOff, site } = await testSite()
const { superuserClient } = database

const callum = 'callum.wijeratne-moss@merrowfell.example'
const tamsin = 'tamsin.oyelaran-pike@merrowfell.example'

const endIn = (address: string, days: number) =>
  superuserClient.query(
    `update email_address set ends_on = current_date + $1::integer where address = $2`,
    [days, address],
  )

/** As the clock does it in the morning. */
const morning = async () => {
  const { db, jobs } = site
  await asActor(db, { kind: 'job', name: 'test' }, (db) =>
    jobs.send(db, 'remind-of-work-address', {}),
  )
  await workOff()
}

beforeEach(async () => {
  await superuserClient.query(`delete from demonstration_letter;
    update email_address set reminded_at = null, ends_on = null`)
})

describe('a work address that ends', () => {
  it('in sixty days is told of, once, to whoever has no other way in of their own', async () => {
    await endIn(callum, 60)
    await morning()
    await morning()
    const letters = await lettersTo(callum)
    expect(letters.map(({ subject }) => subject)).toEqual(['Your work e-mail address ends soon'])
    expect(letters[0]?.text).toContain('add a personal e-mail address or print a recovery sheet')
  })

  it.each([
    ['later', 61],
    ['in the past', -1],
  ])('%s is not told of', async (_, days) => {
    await endIn(callum, days)
    await morning()
    expect(await lettersTo(callum)).toEqual([])
  })

  it('is not told of to whoever has a personal address', async () => {
    await endIn(tamsin, 30)
    await morning()
    expect(await lettersTo(tamsin)).toEqual([])
  })
})

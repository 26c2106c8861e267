import { beforeAll, describe, expect, it } from 'vitest'
import { atMerrowfell } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { offerShown } from '../../development/appraisal/offer-shown.ts'
import { editionShelf } from '../../frameworks/edition-shelf.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { latestEdition } from '../passports-edition.ts'

const test = await testSite()
const { worker, issuer, signed } = await atMerrowfell(test)
const { superuserClient } = test.database
const today = dayOf(new Date())
const { signing, credential } = await signed('3.9')
const dayParts = (day: string) => {
  const [year = '', month = '', of = ''] = day.split('-')
  return { 'until-year': year, 'until-month': month, 'until-day': of }
}

beforeAll(async () => {
  await superuserClient.query(`
    alter table signing disable trigger signing_append_only;
    update signing set review_on = current_date + 20 where id = '${signing}';
    alter table signing enable trigger signing_append_only`)
  const share = { id: crypto.randomUUID(), credentials: [credential], days: '7' }
  expect((await worker.post('/passport/shares', share)).statusCode).toBeLessThan(400)
  const paused = await issuer.post(`/team/signed/${signing}/pause`, {
    ...{ cause: 'concern-raised', explanation: 'We look at how it was seen that day.' },
    ...dayParts(addDays(today, 30)),
  })
  expect(paused.statusCode).toBe(303)
})

const said = 'Paused until'

describe('a paused sign-off', () => {
  it.each([
    '/passport',
    '/passport/whole/entry',
    '/passport/timeline',
    '/passport/renew',
    '/passport/shares',
    '/passport/offline/copy',
    '/passport/prior-learning',
    `/passport/${credential}`,
  ])('is nowhere plainly signed off: %s', async (page) => {
    const reply = await worker.get(page)
    expect(reply.statusCode).toBe(200)
    expect(wordsOf(reply)).toContain(said)
  })

  it('is marked in a link that was made, not only where one is made', async () => {
    const page = wordsOf(await worker.get('/passport/shares'))
    expect(page.match(/Paused until/g)).toHaveLength(2)
  })

  it('is marked in a pack for a college', async () => {
    const reply = await worker.post('/passport/prior-learning', {
      ...{ framework: 'four-pillars/2021', level: 'entry', parts: ['sign-offs'] },
      signings: [signing],
    })
    expect(reply.statusCode).toBe(200)
    expect(wordsOf(reply)).toContain(`${said}`)
    expect(wordsOf(reply)).toContain('It does not count until then.')
  })

  it('is not offered to show at an appraisal', async () => {
    const holder = { kind: 'person', id: people.holder, name: 'Tamsin', permissions: [] } as const
    const stored = await latestEdition(editionShelf(test.site.db, test.site.now))
    const offered = (on: string) =>
      asActor(test.site.db, holder, (db) =>
        offerShown(db, { holderId: people.holder, stored, today: on }),
      )
    const key = `signing:${signing}`
    expect((await offered(today)).map((one) => one.key)).not.toContain(key)
    expect((await offered(addDays(today, 31))).map((one) => one.key)).toContain(key)
  })
})

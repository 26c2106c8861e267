import { describe, expect, it } from 'vitest'
import { atMerrowfell } from '../../../test/at-merrowfell.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { partsOfDay } from '../../web/posted-form.ts'

const test = await testSite()
const { worker, assessor, ask, signing } = await atMerrowfell(test)
const address = 'tamsin@example.org'
const today = dayOf(new Date())

/** With a review so many days from now. */
async function signed(section: string, days: number) {
  const { day, month, year } = partsOfDay(addDays(today, days))
  const reply = await assessor.post(`/team/requests/${await ask(section)}/sign`, {
    ...(await signing(section)),
    ...{ 'review-day': day, 'review-month': month, 'review-year': year },
  })
  expect(reply.statusCode).toBe(303)
}

async function mondayMorning() {
  const { db, jobs } = test.site
  const job = { kind: 'job', name: 'test' } as const
  await asActor(db, job, (db) => jobs.send(db, 'weekly-letter', {}))
  await test.workOff()
  return (await test.lettersTo(address)).filter(({ subject }) => subject.includes('two weeks'))
}

describe('what comes up', () => {
  it('says so where nothing does', async () => {
    expect(wordsOf(await worker.get('/account/coming-up'))).toContain('Nothing has a date now.')
  })

  it('stands on a page and in a calendar file, the earliest first', async () => {
    await signed('3.9', 200)
    await signed('7.1', 10)
    const page = wordsOf(await worker.get('/account/coming-up'))
    expect(page.indexOf('Sign-off for 7.1')).toBeLessThan(page.indexOf('Sign-off for 3.9'))
    const file = await worker.get('/account/coming-up/calendar.ics')
    expect(file.headers['content-type']).toContain('text/calendar')
    expect(file.body.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(file.body).toContain(`DTSTART;VALUE=DATE:${addDays(today, 10).replaceAll('-', '')}`)
  })
})

describe('the letter of the week', () => {
  it('comes once, counts what is due in two weeks, and names nothing', async () => {
    const [first, ...others] = await mondayMorning()
    expect(others).toEqual([])
    expect(first?.text).toContain('- 1 sign-off to look at again, on')
    expect(first?.text).not.toContain('7.1')
    expect(await mondayMorning()).toHaveLength(1)
  })

  it('comes no more to whoever wants none', async () => {
    await test.database.superuserClient.query('delete from weekly_letter')
    const empty = await worker.post('/account/reminders', {})
    expect(empty.statusCode).toBe(422)
    expect(wordsOf(empty)).toContain('Select when you want a letter')
    const saved = await worker.post('/account/reminders', { letters: 'none' })
    expect(saved.statusCode).toBe(303)
    expect(await mondayMorning()).toHaveLength(1)
    expect((await worker.get('/account/reminders')).body).toMatch(/value="none"[^>]* checked/)
    await worker.post('/account/reminders', { letters: 'weekly' })
    expect(await mondayMorning()).toHaveLength(2)
  })
})

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../test/at-merrowfell.ts'
import { people } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../test/visitor.ts'
import { addDays, dayOf } from '../language/days.ts'
import { partsOfDay } from '../web/posted-form.ts'

const test = await testSite()
const { superuserClient } = test.database
const merrowfell = await atMerrowfell(test)
const { worker, assessor: therapist, otherAssessor: physio, elsewhere, signed } = merrowfell
const manager = visitor(test.app, await test.signIn(people.issuer))
const today = dayOf(new Date())

const day = (field: string, written: string): Fields => {
  const { day, month, year } = partsOfDay(written)
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year }
}

const decision = (task: string | readonly string[], fields: Fields = {}): Fields => ({
  ...{ id: randomUUID(), at, level: 'entry', task, words: 'Go over the stool. Stop if in pain.' },
  ...{ consent: 'given', 'in-care-record': 'yes', supervision: 'nearby' },
  ...{ ...day('starts', today), ...day('review', addDays(today, 60)), ...fields },
})

const decide = `/delegations/new/${people.holder}/decide`

async function asked(task: string, fields: Fields = {}, by = therapist) {
  const made = decision(task, fields)
  const reply = await by.post(decide, made)
  expect(reply.headers.location, wordsOf(reply).slice(0, 2000)).toBe('/delegations?done=asked')
  const { rows } = await superuserClient.query('select id from delegation where offer_id = $1', [
    made.id,
  ])
  return String(rows[0]?.id)
}

const answer = (id: string, kind: string, why = '', by = worker) =>
  by.post(`/delegations/${id}/answer`, { answer: kind, why })

const step = (id: string, kind: string, by = worker, why = '') =>
  by.post(`/delegations/${id}/step`, { kind, why })

async function accepted(task: string) {
  const id = await asked(task)
  expect((await answer(id, 'accepted')).statusCode).toBe(303)
  return id
}

describe('a task that is delegated', () => {
  it('is asked for, taken on by the worker, and seen by the two', async () => {
    await signed('3.11')
    const look = wordsOf(
      await therapist.get(`${decide}?at=${at}&level=entry&task=equipment-practice`),
    )
    expect(look).toContain('There may be more')
    expect(look).toContain('Signed by Farzana Whitlock-Rahimi, Merrowfell Hospitals NHS Trust')
    expect(look).toContain('HCPC standards of conduct, 4.1')
    const id = await asked('equipment-practice')
    const own = wordsOf(await worker.get(`/delegations/${id}`))
    expect(own).toContain('You can say no.')
    expect((await answer(id, 'accepted')).headers.location).toContain('done=accepted')
    const page = wordsOf(await therapist.get(`/delegations/${id}`))
    expect(page).toContain('Going on')
    expect(page).toContain('Tamsin Oyelaran-Pike showed you this for this task')
    expect(wordsOf(await therapist.get('/delegations'))).toContain('To Tamsin Oyelaran-Pike')
    expect(wordsOf(await worker.get('/delegations'))).toContain('From Farzana Whitlock-Rahimi')
  })

  it('is refused, and only the two see it and why', async () => {
    const id = await asked('kitchen-practice')
    await answer(id, 'refused', 'I have not used that hob.')
    const page = wordsOf(await therapist.get(`/delegations/${id}`))
    expect(page).toContain('Not taken on')
    expect(page).toContain('I have not used that hob.')
    for (const other of [physio, elsewhere, manager]) {
      expect((await other.get(`/delegations/${id}`)).statusCode).toBe(404)
    }
  })
})

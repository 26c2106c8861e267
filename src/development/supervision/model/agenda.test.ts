import { describe, expect, it } from 'vitest'
import type { Standing } from '../../../passports/model/evaluate-passport.ts'
import { offerActions, offerDue, offerWithSupport, shorten, wordsOfStatement } from './agenda.ts'
import type { AgreedAction } from './session.ts'

const statement = (code: string) => ({ code, text: `Does ${code}` }) as Standing['statement']
const standing = (code: string, of: Partial<Standing>): Standing => ({
  ...{ statement: statement(code), state: 'missing', entries: [] },
  ...of,
})

describe('what is offered for an agenda', () => {
  it('is what is due, the nearest day first, and no more than five', () => {
    const due = ['1', '2', '3', '4', '5', '6'].map((day) =>
      standing(`3.${day}-entry`, { state: 'due-soon', until: `2026-12-0${7 - Number(day)}` }),
    )
    const held = standing('9.9-entry', { state: 'held', until: '2027-12-01' })
    const offers = offerDue([...due, held])
    expect(offers.map(({ key }) => key)).toEqual([
      ...['due:3.6-entry', 'due:3.5-entry', 'due:3.4-entry', 'due:3.3-entry', 'due:3.2-entry'],
    ])
    expect(offers[0]?.words).toBe('Due for review, 1 December 2026: 3.6 Does 3.6-entry')
  })

  it('is what the worker does with support, and not what is held', () => {
    const answer = { answer: 'with-support', at: new Date(0) } as const
    const offers = offerWithSupport([
      standing('1.1-entry', { state: 'self-assessed', answer }),
      standing('1.2-entry', { state: 'held', answer }),
      standing('1.3-entry', { state: 'missing' }),
    ])
    expect(offers.map(({ key }) => key)).toEqual(['statement:1.1-entry'])
  })

  it('is what was agreed on and is open', () => {
    const action = (id: string, state: AgreedAction['state']): AgreedAction => ({
      ...{ id, sessionId: 's', version: 1, words: `Do ${id}`, doer: 'worker', state },
      ...{ changedBy: 'w', at: new Date(0) },
    })
    const offers = offerActions([action('a', 'open'), action('b', 'done'), action('c', 'dropped')])
    expect(offers).toEqual([{ key: 'action:a', words: 'Last time: Do a' }])
  })

  it('is short enough to be kept', () => {
    expect(shorten('x'.repeat(700))).toHaveLength(600)
    expect(wordsOfStatement({ code: '3.9-assistant-practitioner', text: 'Reports' })).toBe(
      '3.9 Reports',
    )
  })
})

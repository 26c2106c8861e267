import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entry, entryKinds } from '../../../passports/model/entry.ts'
import type { Standing } from '../../../passports/model/evaluate-passport.ts'
import type { Matcher, Rule } from './route.ts'
import { type Held, weighRules } from './weigh-rules.ts'

const today = '2026-11-22'
const nothing: Held = { entries: [], standings: [], employers: [], today }
const rule = (counts: readonly Matcher[], more: Partial<Rule> = {}): Rule => ({
  ...{ rule: 'a', text: 'Asks this', provider: 'A college', nation: 'england', counts },
  ...more,
})
const entry = (kind: Entry['kind'], more: Partial<Entry> = {}): Entry => ({
  ...{ id: 'a', version: 1, kind, title: 'Functional Skills English', private: false },
  ...{ edition: 'a/1', codes: [], facts: {}, at: new Date(0) },
  ...more,
})
const confirmation = { by: 'A college', how: 'original-seen', on: today, codes: [] } as const
const level2 = { ladder: 'rqf', level: '2' }
const english: Matcher = { qualification: 2, named: 'english' }
const caring: Matcher = { experience: 'lived-experience' }
const standing = (code: string, state: Standing['state']): Standing => ({
  statement: {
    ...{ code, capability: 'a', text: 'Does this', pillars: [], professions: [], parties: [] },
    ...{ settings: [], variants: [], highRisk: false },
  },
  ...{ state, entries: [] },
})
const outcome = (counts: readonly Matcher[], held: Partial<Held>, more?: Partial<Rule>) =>
  weighRules([rule(counts, more)], { ...nothing, ...held })[0]?.outcome

describe('a rule beside what somebody has', () => {
  it.each<[string, string | undefined, string]>([
    ['nothing in the passport', outcome([english], {}), 'not-yet'],
    ['nothing that could say', outcome([], {}), 'ask'],
    [
      'what a page of years ago asked',
      outcome(
        [english],
        {
          ...{ entries: [entry('qualification', { facts: level2, confirmation })] },
        },
        { old: 'Of 2020.' },
      ),
      'ask',
    ],
    ['nothing asked', outcome([], {}, { asksNothing: true }), 'met'],
    [
      'their own word',
      outcome([english], { entries: [entry('qualification', { facts: level2 })] }),
      'you-say-so',
    ],
    [
      'an original that somebody saw',
      outcome([english], { entries: [entry('qualification', { facts: level2, confirmation })] }),
      'met',
    ],
    [
      'a lower level',
      outcome([english], {
        entries: [entry('qualification', { facts: { ladder: 'rqf', level: '1' } })],
      }),
      'not-yet',
    ],
    [
      'another subject',
      outcome([english], {
        entries: [entry('qualification', { facts: level2, title: 'Functional Skills Maths' })],
      }),
      'not-yet',
    ],
    [
      'a level of Scotland, which is compared by nobody here',
      outcome([english], {
        entries: [entry('qualification', { facts: { ladder: 'scqf', level: '5' } })],
      }),
      'ask',
    ],
    [
      'caring, as their own word',
      outcome([caring], { entries: [entry('lived-experience')] }),
      'you-say-so',
    ],
    [
      'an apprenticeship that goes on',
      outcome([{ apprenticeship: 'ST0216' }], {
        entries: [entry('apprenticeship', { facts: { standard: 'ST0216', status: 'on-it' } })],
      }),
      'not-yet',
    ],
    [
      'an apprenticeship that is finished',
      outcome([{ apprenticeship: 'ST0216' }], {
        entries: [entry('apprenticeship', { facts: { standard: 'ST0216', status: 'finished' } })],
      }),
      'you-say-so',
    ],
    [
      'training past its date',
      outcome([{ training: 'care-certificate/whole-certificate' }], {
        entries: [
          entry('training', {
            ...{
              facts: { subject: 'care-certificate/whole-certificate' },
              validUntil: '2026-11-21',
            },
          }),
        ],
      }),
      'not-yet',
    ],
    [
      'a job that ended, where one now is asked',
      outcome([{ experience: 'employment', goingOn: true }], {
        entries: [entry('employment', { to: '2026-11-21' })],
      }),
      'not-yet',
    ],
    [
      'an employer that says so',
      outcome([{ experience: 'employment', goingOn: true }], { employers: ['A trust'] }),
      'met',
    ],
    [
      'a job, where its hours are asked too',
      outcome([{ experience: 'employment' }], { employers: ['A trust'] }, { partly: true }),
      'ask',
    ],
    ['no job there', outcome([{ experience: 'employment' }], {}, { partly: true }), 'not-yet'],
    [
      'a statement signed off',
      outcome([{ section: '1.2' }], { standings: [standing('1.2.2-entry', 'held')] }),
      'met',
    ],
    [
      'a statement of another section',
      outcome([{ section: '1.2' }], { standings: [standing('1.20-entry', 'held')] }),
      'not-yet',
    ],
    [
      'a statement past its date',
      outcome([{ section: '1.2' }], { standings: [standing('1.2-entry', 'lapsed')] }),
      'not-yet',
    ],
  ])('is told from %s', (_, found, expected) => {
    expect(found).toBe(expected)
  })

  it('is never met by a holder’s own word alone, and never worse for one more thing', () => {
    const rank = ['not-yet', 'ask', 'you-say-so', 'met']
    const anEntry = fc.record({
      kind: fc.constantFrom(...entryKinds),
      level: fc.constantFrom('1', '2', '3', '5'),
      ladder: fc.constantFrom('rqf', 'scqf', 'elsewhere'),
    })
    const entries = fc.array(
      anEntry.map(({ kind, ...facts }) => entry(kind, { facts })),
      { maxLength: 6 },
    )
    const counts = fc.subarray<Matcher>([english, caring, { experience: 'employment' }])
    fc.assert(
      fc.property(counts, entries, entries, (matchers, some, more) => {
        const [less, all] = [
          outcome(matchers, { entries: some }) ?? '',
          outcome(matchers, { entries: [...some, ...more] }) ?? '',
        ]
        expect(all).not.toBe('met')
        expect(rank.indexOf(all)).toBeGreaterThanOrEqual(rank.indexOf(less))
      }),
    )
  })
})

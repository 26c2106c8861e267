import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../frameworks/frameworks-content.ts'
import {
  type LevelSlug,
  levelOf,
  levelSlugs,
  pillarSlugs,
  type Section,
  statementsOf,
} from '../../frameworks/model/framework.ts'
import { type Answer, answers, type SelfAnswers } from './answer.ts'
import { chooseNextStep } from './choose-next-step.ts'
import type { Entry } from './entry.ts'
import { evaluateLevel, evaluatePassport, standingsByPillar, states } from './evaluate-passport.ts'
import { listOpenWithdrawals } from './list-open-withdrawals.ts'
import type { SignOffRequest } from './sign-off-request.ts'
import type { Signing } from './signing.ts'

const { edition } = readEditionContent('ahp-support-worker/2026')
const codes = statementsOf(edition).map(({ code }) => code)
const ref = 'ahp-support-worker/2026'
const today = '2026-11-22'
const at = new Date('2026-11-01T12:00:00Z')

interface Given {
  readonly id?: string
  readonly codes: readonly string[]
  readonly withdrawn?: readonly string[]
  readonly assessedOn?: string
  readonly reviewOn?: string | undefined
}

function signingOf({ id = 's', codes, withdrawn = [], assessedOn, reviewOn }: Given): Signing {
  const withdrawal = { cause: 'error', explanation: 'A slip', at } as const
  return {
    ...{ id, requestId: id, holderId: 'h', assessorId: 'a', organisation: 'o' },
    ...{ edition: 'ahp-support-worker/2026', section: '3.9', level: 'entry', at },
    ...{ method: 'observed', assessedOn: assessedOn ?? '2026-01-01', setting: 'Ward', reviewOn },
    shown: { assessor: { name: 'A' }, organisation: 'O', identityCheck: 'not-checked' },
    signOffs: codes.map((code) => ({
      id: `${id} ${code}`,
      code,
      withdrawal: withdrawn.includes(code) ? withdrawal : undefined,
    })),
    credentials: [],
  }
}

function summarise(
  given: {
    readonly level?: LevelSlug
    readonly answers?: Readonly<Record<string, Answer>>
    readonly signings?: readonly Signing[]
    readonly entries?: readonly Entry[]
  } = {},
) {
  const said: SelfAnswers = new Map(
    Object.entries(given.answers ?? {}).map(([code, answer]) => [code, { answer, at }]),
  )
  return evaluateLevel({
    ref,
    edition,
    level: given.level ?? 'entry',
    answers: said,
    signings: given.signings ?? [],
    entries: given.entries ?? [],
    today,
  })
}

const standingsOf = (summary: ReturnType<typeof summarise>) =>
  summary.domains.flatMap(({ sections }) => sections.flatMap(({ standings }) => standings))
const standing = (summary: ReturnType<typeof summarise>, wanted: string) =>
  standingsOf(summary).find(({ statement }) => statement.code === wanted)

const level = fc.constantFrom(...levelSlugs)
const someAnswers = fc.dictionary(fc.constantFrom(...codes), fc.constantFrom(...answers))
const someSignings = fc.array(
  fc
    .record({
      id: fc.uuid(),
      codes: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 30 }),
      withdrawn: fc.subarray(codes),
      reviewOn: fc.option(fc.constantFrom('2026-11-21', today, '2027-01-01'), { nil: undefined }),
    })
    .map(signingOf),
  { maxLength: 6 },
)

describe('a summary', () => {
  it('has every statement of the level exactly once, in exactly one state', () => {
    fc.assert(
      fc.property(level, someAnswers, someSignings, (level, answers, signings) => {
        const summary = summarise({ level, answers, signings })
        const shown = standingsOf(summary)
        expect(shown.map(({ statement }) => statement.code)).toEqual(
          codes.filter((code) => levelOf(code) === level),
        )
        const counted = states.reduce((sum, state) => sum + summary.counts[state], 0)
        expect(counted).toBe(summary.total)
        expect(summary.total).toBe(shown.length)
      }),
    )
  })

  it('never counts a sign-off that was withdrawn', () => {
    fc.assert(
      fc.property(level, someAnswers, someSignings, (level, answers, signings) => {
        const withdrawn = signings.map((signing) => ({
          ...signing,
          signOffs: signing.signOffs.map((signOff) => ({
            ...signOff,
            withdrawal: { cause: 'fraud', explanation: 'x', at } as const,
          })),
        }))
        expect(summarise({ level, answers, signings: withdrawn })).toEqual(
          summarise({ level, answers }),
        )
      }),
    )
  })

  it('does not hang on the order of the signings', () => {
    fc.assert(
      fc.property(someSignings, (signings) => {
        const states = (given: readonly Signing[]) =>
          standingsOf(summarise({ signings: given })).map(({ state }) => state)
        expect(states([...signings].reverse())).toEqual(states(signings))
      }),
    )
  })

  it.each([
    ['the day after its review date', '2026-11-21', 'lapsed'],
    ['on its review date', today, 'due-soon'],
    ['sixty days before it', '2027-01-21', 'due-soon'],
    ['sixty-one days before it', '2027-01-22', 'held'],
    ['without one', undefined, 'held'],
  ] as const)('of what was signed is, %s', (_, reviewOn, state) => {
    const summary = summarise({ signings: [signingOf({ codes: ['3.9-entry'], reviewOn })] })
    expect(standing(summary, '3.9-entry')).toMatchObject({ state, until: reviewOn })
  })

  it.each([
    ['confident', 'self-assessed'],
    ['with-support', 'self-assessed'],
    ['not-yet', 'missing'],
    ['not-now', 'missing'],
    ['not-my-role', 'not-my-role'],
  ] as const)('of %s alone is %s', (answer, state) => {
    expect(standing(summarise({ answers: { '3.9-entry': answer } }), '3.9-entry')?.state).toBe(
      state,
    )
  })

  it('counts what was signed of another edition for nothing', () => {
    const signings = [
      { ...signingOf({ codes: ['3.9-entry'] }), edition: 'ahp-support-worker/2021' },
    ]
    expect(standing(summarise({ signings }), '3.9-entry')?.state).toBe('missing')
  })

  it('takes the sign-off that is in date before a later one that is not', () => {
    const old = signingOf({ id: 'old', codes: ['3.9-entry'], assessedOn: '2025-01-01' })
    const due = signingOf({ id: 'due', codes: ['3.9-entry'], reviewOn: '2026-02-01' })
    expect(standing(summarise({ signings: [due, old] }), '3.9-entry')?.signing?.id).toBe('old')
  })

  it('takes the later of two that are in date, whichever was given first, and else the first', () => {
    const early = signingOf({ id: 'early', codes: ['3.9-entry'], assessedOn: '2026-01-01' })
    const late = signingOf({ id: 'late', codes: ['3.9-entry'], assessedOn: '2026-02-01' })
    const same = { ...late, id: 'same' }
    const taken = (...signings: Signing[]) =>
      standing(summarise({ signings }), '3.9-entry')?.signing?.id
    expect(taken(early, late)).toBe('late')
    expect(taken(late, early)).toBe('late')
    expect(taken(late, same)).toBe('late')
    expect(taken(late, { ...same, at: new Date('2026-11-02T12:00:00Z') })).toBe('same')
  })

  it('leaves out statements for other professions, and what they leave empty', () => {
    const [first, second] = edition.domains
    if (first === undefined || second === undefined) throw new Error('two domains')
    const [kept, emptied] = first.sections
    if (kept === undefined || emptied === undefined) throw new Error('two sections')
    const forOthers = (section: Section): Section => ({
      ...section,
      statements: section.statements.map((one) => ({ ...one, professions: ['dietetics'] })),
    })
    const summary = evaluateLevel({
      ref,
      entries: [],
      edition: {
        ...edition,
        domains: [
          { ...first, sections: [kept, forOthers(emptied)] },
          { ...second, sections: second.sections.map(forOthers) },
        ],
      },
      level: 'entry',
      profession: 'radiography',
      answers: new Map(),
      signings: [],
      today,
    })
    expect(
      summary.domains.map(({ sections }) => sections.map(({ section }) => section.code)),
    ).toEqual([[kept.code]])
    expect(summary.total).toBe(
      kept.statements.filter(({ code }) => levelOf(code) === 'entry').length,
    )
  })

  it('keeps the holder’s own answer beside a sign-off', () => {
    const summary = summarise({
      answers: { '3.9-entry': 'not-yet' },
      signings: [signingOf({ codes: ['3.9-entry'] })],
    })
    expect(standing(summary, '3.9-entry')).toMatchObject({
      state: 'held',
      answer: { answer: 'not-yet' },
    })
  })
})

describe('an entry', () => {
  const code = '1.2-entry'
  const entryOf = (given: Partial<Entry> = {}): Entry => ({
    ...{ id: 'e', version: 1, kind: 'lived-experience', title: 'Cared at home', at },
    ...{ private: true, edition: ref, codes: [code], facts: {}, ...given },
  })
  const confirmation = { by: 'A college', how: 'original-seen', on: '2026-01-01' } as const
  const stand = (entries: readonly Entry[], answers: Readonly<Record<string, Answer>> = {}) =>
    standing(summarise({ entries, answers }), code)

  it('of the holder’s own word counts as their own word, and is named', () => {
    expect(stand([entryOf()])).toMatchObject({ state: 'self-assessed', entries: [{ id: 'e' }] })
  })

  it('says nothing of another statement or another edition', () => {
    expect(stand([entryOf({ codes: ['2.1-entry'] })])?.state).toBe('missing')
    expect(stand([entryOf({ edition: 'ahp-support-worker/2021' })])?.state).toBe('missing')
  })

  it('that is past its date has lapsed, unless another is in date or the holder says they do it', () => {
    const past = entryOf({ validUntil: '2026-11-21' })
    expect(stand([past])?.state).toBe('lapsed')
    expect(stand([entryOf({ validUntil: today })])?.state).toBe('self-assessed')
    expect(stand([past, entryOf({ id: 'new', validUntil: today })])?.state).toBe('self-assessed')
    expect(stand([past], { [code]: 'confident' })?.state).toBe('self-assessed')
  })

  it('that somebody confirmed for the statement is proof of it, until its day', () => {
    const seen = (until?: string) =>
      entryOf({ confirmation: { ...confirmation, until, codes: [code] } })
    expect(stand([seen()])).toMatchObject({ state: 'held', signing: undefined })
    expect(stand([seen('2026-12-01')])).toMatchObject({ state: 'due-soon', until: '2026-12-01' })
    expect(stand([seen('2026-11-21')])?.state).toBe('lapsed')
  })

  it('that was confirmed without naming the statement proves nothing of it', () => {
    const seen = entryOf({ confirmation: { ...confirmation, codes: [] } })
    expect(stand([seen])?.state).toBe('self-assessed')
  })

  it('never undoes a sign-off: the one in date counts, and confirmed ones are named first', () => {
    const old = entryOf({ id: 'old', validUntil: '2020-01-01' })
    const seen = entryOf({ id: 'seen', confirmation: { ...confirmation, codes: [code] } })
    const summary = summarise({ entries: [old, seen], signings: [signingOf({ codes: [code] })] })
    expect(standing(summary, code)).toMatchObject({
      ...{ state: 'held', signing: { id: 's' }, entries: [{ id: 'seen' }, { id: 'old' }] },
    })
  })

  it('past its date is what to refresh next', () => {
    const past = entryOf({ validUntil: '2026-11-21' })
    expect(chooseNextStep(summarise({ entries: [past] }), [])).toMatchObject({
      ...{ step: 'refresh', entry: { id: 'e' } },
    })
  })
})

describe('a named set of statements', () => {
  it('is evaluated as it is, in the order of the framework, whatever its level', () => {
    const wanted = { codes: ['3.9-intermediate', 'nonsense', '2.1-entry'] }
    const evaluation = evaluatePassport({
      ...{ edition, ref, wanted, answers: new Map(), signings: [], entries: [], today },
    })
    expect(evaluation.standings.map(({ statement }) => statement.code)).toEqual([
      ...['2.1-entry', '3.9-intermediate'],
    ])
    expect(evaluation.counts.missing).toBe(2)
  })

  it('stands under each pillar of its statements, and under one at least', () => {
    const { standings } = summarise()
    const pillars = standingsByPillar(standings)
    expect(pillars.map(({ pillar }) => pillar)).toEqual([...pillarSlugs])
    for (const { pillar, standings } of pillars) {
      expect(standings.length).toBeGreaterThan(0)
      expect(standings.every(({ statement }) => statement.pillars.includes(pillar))).toBe(true)
    }
    const under = new Set(pillars.flatMap((one) => one.standings))
    expect(under.size).toBe(standings.length)
  })
})

describe('the next step', () => {
  const entry = codes.filter((code) => levelOf(code) === 'entry')
  const all = (answer: Answer) => Object.fromEntries(entry.map((code) => [code, answer]))
  const open = (section: string): SignOffRequest => ({
    ...{ id: 'r', holderId: 'h', holderName: 'H', assessorId: 'a', assessorName: 'A' },
    ...{ organisation: 'o', organisationName: 'O', edition: 'e', section, level: 'entry' },
    ...{ codes: [], at },
  })
  const sections = edition.domains.flatMap((domain) => domain.sections.map(({ code }) => code))

  it.each([
    ['an empty passport', {}, [], 'start'],
    ['some answers', { '1.1-entry': 'not-yet' }, [], 'answer'],
    ['a section done with confidence', { '2.1-entry': 'confident' }, [], 'ask'],
    ['the same, asked for', { '2.1-entry': 'confident' }, [open('2.1')], 'answer'],
    ['something to practise', all('with-support'), [], 'practise'],
    ['everything asked for', all('confident'), sections.map(open), 'wait'],
    ['nothing that is part of the role', all('not-my-role'), [], 'settled'],
    ['all left for another time', all('not-now'), [], 'settled'],
  ] as const)('of %s', (_, answers, requests, step) => {
    expect(chooseNextStep(summarise({ answers }), requests).step).toBe(step)
  })

  const section31 = entry.filter((code) => code.startsWith('3.1'))
  const part = (...given: Answer[]) =>
    Object.fromEntries(section31.flatMap((code, at) => (given[at] ? [[code, given[at]]] : [])))
  const closed = { ...open('2.1'), answer: { outcome: 'declined', at } } as const

  it.each([
    ['an empty passport', {}, [], 'start', '2.1'],
    ['all that is not done yet', all('not-yet'), [], 'practise', '1.1'],
    ['practice that is asked for', all('not-yet'), sections.map(open), 'wait', undefined],
    ['a request that was declined', { '2.1-entry': 'confident' }, [closed], 'ask', '2.1'],
    [
      'a request at another level',
      { '2.1-entry': 'confident' },
      [{ ...open('2.1'), level: 'intermediate' }],
      'ask',
      '2.1',
    ],
    ['a section answered in part', part('confident'), [], 'answer', '3.2'],
    [
      'a section with two answers',
      part(...section31.map((_, at): Answer => (at === 0 ? 'confident' : 'not-yet'))),
      [],
      'ask',
      '3.1',
    ],
    [
      'one blank in a section that is asked for',
      Object.fromEntries(
        Object.entries(all('not-my-role')).filter(([code]) => code !== section31[0]),
      ),
      [open('3.1')],
      'answer',
      '3.1',
    ],
  ] as const)('of %s is of its section', (_, answers, requests, step, section) => {
    const next = chooseNextStep(summarise({ answers }), requests)
    expect(next.step).toBe(step)
    expect('section' in next ? next.section.code : undefined).toBe(section)
  })

  it('is the section after the one that was saved last, round to the first and itself last', () => {
    const next = (said: Readonly<Record<string, number>>) => {
      const answers: SelfAnswers = new Map(
        Object.entries(said).map(([code, day]) => [
          code,
          { answer: 'not-now', at: new Date(Date.UTC(2026, 10, day)) },
        ]),
      )
      const summary = evaluateLevel({
        ref,
        entries: [],
        edition,
        level: 'entry',
        answers,
        signings: [],
        today,
      })
      const step = chooseNextStep(summary, [])
      return 'section' in step ? step.section.code : undefined
    }
    expect(next({ '2.1-entry': 1 })).toBe('2.2')
    expect(next({ '2.1-entry': 1, '4.1-entry': 3, '3.1-entry': 2 })).toBe('4.2')
    expect(next(Object.fromEntries(entry.map((code, day) => [code, day])))).toBe(undefined)
    const [first = '', ...others] = entry
    const last = Object.fromEntries(others.map((code) => [code, 1]))
    expect(next(last)).toBe(first.match(/^\d+\.\d+/)?.[0])
  })

  it('is never blind to a sign-off that was withdrawn, until it is asked for again', () => {
    const [code = ''] = section31
    const signings = [{ ...signingOf({ codes: [code], withdrawn: [code] }), section: '3.1' }]
    const later = { ...open('3.1'), at: new Date('2026-11-02T12:00:00Z') }
    const before = { ...open('3.1'), at: new Date('2026-10-31T12:00:00Z') }
    const back = { ...later, answer: { outcome: 'taken-back', at } } as const
    const step = (requests: readonly SignOffRequest[]) => {
      const withdrawals = listOpenWithdrawals(signings, requests)
      return chooseNextStep(summarise({ signings }), requests, withdrawals)
    }
    expect(step([])).toMatchObject({ step: 'withdrawn', section: { code: '3.1' } })
    expect(step([before]).step).toBe('withdrawn')
    expect(step([back]).step).toBe('withdrawn')
    expect(step([later]).step).toBe('start')
    const again = signingOf({ id: 'again', codes: [code] })
    expect(listOpenWithdrawals([...signings, again], [])).toEqual([])
  })

  it('of an edition without statements is settled', () => {
    const empty = evaluateLevel({
      ref,
      entries: [],
      ...{ edition: { ...edition, domains: [] }, level: 'entry' },
      ...{ answers: new Map(), signings: [], today },
    })
    expect(chooseNextStep(empty, [])).toEqual({ step: 'settled' })
  })

  it('is to share once everything is signed off, and to renew once a review is due', () => {
    const signings = [signingOf({ codes: entry })]
    expect(chooseNextStep(summarise({ signings }), []).step).toBe('share')
    const due = [signingOf({ codes: entry, reviewOn: '2026-01-02' })]
    expect(chooseNextStep(summarise({ signings: due }), []).step).toBe('renew')
  })
})

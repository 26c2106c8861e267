import { describe, expect, it } from 'vitest'
import { type Agreement, agreementState, rulesOfAgreements } from './acceptance-agreement.ts'
import { type AcceptanceRule, policyOn, ruleSentence } from './acceptance-policy.ts'
import { type Decision, latestDecisions, listStillToDo } from './recognition-decision.ts'
import { outcomeNow } from './top-up.ts'

const rule = (id: string, fields: Partial<AcceptanceRule> = {}): AcceptanceRule => ({
  ...{ id, kind: 'sign-off', sections: [], levels: [], subjects: [], organisations: [] },
  ...{ issuerKinds: [], sectors: [], nations: [], seenIsEnough: false, outcome: 'accept' },
  ...fields,
})

const proposed: Agreement = {
  ...{ id: '1', organisation: 'council', organisationName: 'Council', other: 'trust' },
  ...{ otherName: 'Trust', takes: [rule('takes')], gives: [rule('gives')], proposedBy: 'p' },
  ...{ fromOn: '2026-11-01', reviewOn: '2027-11-01', at: new Date(0), steps: [] },
}
const step = (step: Agreement['steps'][number]['step'], endsOn?: string) => ({
  ...{ step, organisation: 'trust', at: new Date(0), endsOn },
})

describe('an agreement', () => {
  it.each([
    ['proposed', [], '2026-11-22'],
    ['declined', [step('declined')], '2026-11-22'],
    ['taken-back', [step('taken-back')], '2026-11-22'],
    ['agreed', [step('agreed')], '2026-10-31'],
    ['in-force', [step('agreed')], '2026-11-01'],
    ['ending', [step('agreed'), step('ended', '2026-12-24')], '2026-12-23'],
    ['ended', [step('agreed'), step('ended', '2026-12-24')], '2026-12-24'],
  ])('is %s', (state, steps, today) => {
    expect(agreementState({ ...proposed, steps }, today)).toBe(state)
  })

  it('gives each of the two its own rules, while it is in force', () => {
    const held = [{ ...proposed, steps: [step('agreed')] }]
    const ids = (slug: string, today: string) =>
      rulesOfAgreements(held, slug, today).map(({ id }) => id)
    expect(ids('council', '2026-11-22')).toEqual(['takes'])
    expect(ids('trust', '2026-11-22')).toEqual(['gives'])
    expect(ids('another', '2026-11-22')).toEqual([])
    expect(ids('council', '2026-10-31')).toEqual([])
  })
})

describe('a policy', () => {
  it('is the latest version that has begun', () => {
    const versions = [
      { version: 1, fromOn: '2026-01-01' },
      { version: 3, fromOn: '2026-12-01' },
      { version: 2, fromOn: '2026-06-01' },
    ]
    expect(policyOn(versions, '2026-11-22')?.version).toBe(2)
    expect(policyOn(versions, '2026-12-01')?.version).toBe(3)
    expect(policyOn(versions, '2025-12-31')).toBeUndefined()
  })

  it('is said in plain sentences', () => {
    const words = {
      kinds: [{ slug: 'council', name: 'Council' }],
      sectors: [{ slug: 'nhs', name: 'NHS' }],
      nations: [{ slug: 'wales', name: 'Wales' }],
    }
    expect(ruleSentence(rule('1', { withinMonths: 24 }), words)).toBe(
      'We accept sign-offs, from anywhere, done in the last 24 months and verified.',
    )
    const narrow = { issuerKinds: ['council'], sectors: ['nhs'], nations: ['wales'] }
    const levels = ['entry', 'assistant-practitioner'] as const
    expect(ruleSentence(rule('1', { ...narrow, sections: ['3.9', '3.10'], levels }), words)).toBe(
      'We accept sign-offs of section 3.9 or 3.10 at entry or assistant practitioner level, from these kinds of organisation: Council, in these sectors: NHS, in these nations: Wales, verified.',
    )
    const training = { kind: 'training', subjects: ['fire'], seenIsEnough: true } as const
    const topUp = { outcome: 'accept-with-top-up', topUp: 'walk-round, 20 minutes' } as const
    expect(ruleSentence(rule('1', { ...training, ...topUp }), words)).toBe(
      'We accept, with a top-up, training in fire, from anywhere, verified, or the original seen by a person. The top-up: walk-round, 20 minutes.',
    )
    expect(ruleSentence(rule('1', { outcome: 'do-not-accept' }), words)).toBe(
      'We do not accept sign-offs, from anywhere.',
    )
  })
})

describe('what is still to do', () => {
  const decision = (itemId: string, sequence: number, fields: Partial<Decision>): Decision => ({
    ...{ id: `${itemId}-${sequence}`, itemId, shareId: 's', organisation: 'trust', sequence },
    ...{ kind: 'training', title: itemId, verdict: 'valid', suggested: 'accept' },
    ...{ outcome: 'accept', at: new Date(0), ...fields },
  })

  it('is what the latest decisions left, what nobody decided, and what is always local', () => {
    const decisions = [
      decision('fire', 1, { outcome: 'do-not-accept', reason: 'too-old' }),
      decision('fire', 2, { outcome: 'accept-with-top-up', topUp: 'walk-round' }),
      decision('hygiene', 1, {}),
      decision('hoists', 1, { outcome: 'do-not-accept', reason: 'done-differently' }),
    ]
    expect(latestDecisions(decisions).get('fire')?.sequence).toBe(2)
    const items = ['fire', 'hygiene', 'hoists', 'food'].map((id) => ({ id, title: id }))
    const given = { items, decisions, local: ['Induction'] }
    const walk = { decisionId: 'fire-2', title: 'fire', topUp: 'walk-round' }
    const done = { id: 't', recordedBy: 'p', doneOn: '2026-11-01', at: new Date(0) }
    const [of, before] = [
      { ...done, decisionId: 'fire-2' },
      { ...done, decisionId: 'fire-1' },
    ]
    const takenBack = { ...done, decisionId: 'fire-2', takenBackAt: new Date(1) }
    expect(listStillToDo({ ...given, topUps: [takenBack, of] })).toMatchObject({
      ...{ topUps: [], topUpsDone: [{ ...walk, done: of }] },
    })
    expect(outcomeNow(decisions[1] ?? decision('x', 1, {}), [of])).toBe('accept')
    expect(outcomeNow(decisions[0] ?? decision('x', 1, {}), [before])).toBe('do-not-accept')
    expect(listStillToDo({ ...given, topUps: [takenBack, before] })).toEqual({
      ...{ topUps: [walk], topUpsDone: [] },
      notAccepted: [
        { title: 'hoists', reason: 'We do this in another way, or with other equipment' },
      ],
      undecided: ['food'],
      local: ['Induction'],
    })
  })
})

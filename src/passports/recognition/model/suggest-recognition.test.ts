import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths } from '../../../language/days.ts'
import type { AcceptanceRule } from './acceptance-policy.ts'
import { explainOrder } from './explain-order.ts'
import { type RecognitionItem, suggestRecognition } from './suggest-recognition.ts'

const today = '2026-11-22'

const open: AcceptanceRule = {
  ...{ id: 'open', kind: 'sign-off', sections: [], levels: [], subjects: [], organisations: [] },
  ...{ issuerKinds: [], sectors: [], nations: [], seenIsEnough: false, outcome: 'accept' },
}
const council = { slug: 'a', kind: 'council', sector: 'social-care', nation: 'wales' }
const signOff: RecognitionItem = {
  ...{ kind: 'sign-off', title: '3.9 Reporting, entry', section: '3.9', level: 'entry' },
  ...{ issuer: council, on: '2026-02-01', verdict: 'valid' },
}

const suggests = (item: Partial<RecognitionItem>, ...rules: Partial<AcceptanceRule>[]) =>
  suggestRecognition(
    { ...signOff, ...item },
    rules.map((rule, index) => ({ ...open, id: `rule-${index}`, ...rule })),
    today,
  )

describe('a suggestion', () => {
  it.each<[string, Partial<RecognitionItem>, Partial<AcceptanceRule>[], string]>([
    ['what a rule accepts', {}, [{}], 'accept'],
    [
      'with the rule’s top-up',
      {},
      [{ outcome: 'accept-with-top-up', topUp: 'x' }],
      'accept-with-top-up',
    ],
    ['what a rule refuses', {}, [{ outcome: 'do-not-accept' }], 'do-not-accept'],
    ['nothing of another kind', {}, [{ kind: 'training' }], 'unknown'],
    ['nothing of another section', {}, [{ sections: ['3.10'] }], 'unknown'],
    ['nothing of another level', {}, [{ levels: ['intermediate'] }], 'unknown'],
    ['nothing where no rule is set', {}, [], 'unknown'],
    ['not from another sector', {}, [{ sectors: ['nhs'] }], 'do-not-accept'],
    ['not from another nation', {}, [{ nations: ['england'] }], 'do-not-accept'],
    ['not from another kind of issuer', {}, [{ issuerKinds: ['nhs-trust'] }], 'do-not-accept'],
    [
      'from the sector, kind and nation',
      {},
      [{ sectors: ['social-care'], nations: ['wales'], issuerKinds: ['council'] }],
      'accept',
    ],
    ['not where the issuer is not known', { issuer: undefined }, [{ sectors: ['nhs'] }], 'unknown'],
    ['on the last day that is fresh', { on: '2025-11-22' }, [{ withinMonths: 12 }], 'accept'],
    ['not a day later', { on: '2025-11-21' }, [{ withinMonths: 12 }], 'do-not-accept'],
    ['not without a day', { on: undefined }, [{ withinMonths: 12 }], 'unknown'],
    ['not what is invalid', { verdict: 'invalid' }, [{ seenIsEnough: true }], 'do-not-accept'],
    ['not what is not checked', { verdict: 'unknown' }, [{ seenIsEnough: true }], 'unknown'],
    [
      'what was seen, where that is enough',
      { verdict: 'seen' },
      [{ seenIsEnough: true }],
      'accept',
    ],
    ['not what was only seen, where it is not', { verdict: 'seen' }, [{}], 'unknown'],
    ['the closer rule first', {}, [{ outcome: 'do-not-accept' }, { sections: ['3.9'] }], 'accept'],
    ['the refusal first of two as close', {}, [{}, { outcome: 'do-not-accept' }], 'do-not-accept'],
    [
      'the top-up first of two as close',
      {},
      [{}, { outcome: 'accept-with-top-up', topUp: 'x' }],
      'accept-with-top-up',
    ],
    [
      'a wider rule where the closer one is too strict',
      {},
      [{}, { sections: ['3.9'], withinMonths: 6 }],
      'accept',
    ],
    [
      'what was agreed before what was published',
      {},
      [{ sections: ['3.9'], outcome: 'do-not-accept' }, { organisations: ['a'] }],
      'accept',
    ],
    ['nothing that was agreed with somebody else', {}, [{ organisations: ['b'] }], 'unknown'],
  ])('is %s', (_, item, rules, wanted) => {
    expect(suggests(item, ...rules).suggests).toBe(wanted)
  })

  it('is by subject, whatever the letter case and the words around it', () => {
    const training = { kind: 'training', title: 'Level 2 Fire Safety' } as const
    expect(suggests(training, { kind: 'training', subjects: ['fire safety'] }).suggests).toBe(
      'accept',
    )
    expect(suggests(training, { kind: 'training', subjects: ['first aid'] }).suggests).toBe(
      'unknown',
    )
  })

  it('says why, and by which rule', () => {
    const late = suggests({ on: '2020-03-01' }, { withinMonths: 12 })
    expect(late.why).toBe(
      'It was done on 1 March 2020, and the policy asks for the last 12 months.',
    )
    expect(late.rule?.id).toBe('rule-0')
    const said = suggests({ verdict: 'invalid', verdictWords: 'It was withdrawn.' }, {})
    expect(said.why).toBe('It was withdrawn.')
  })

  it('is unknown where nothing is published', () => {
    expect(suggestRecognition(signOff, undefined, today).suggests).toBe('unknown')
  })
})

const some = (words: readonly string[]) => fc.subarray([...words])
const anyRule: fc.Arbitrary<AcceptanceRule> = fc
  .record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    kind: fc.constantFrom('sign-off', 'training'),
    sections: some(['3.9', '3.10']),
    levels: some(['entry', 'intermediate']),
    subjects: some(['fire']),
    organisations: some(['a']),
    issuerKinds: some(['council', 'nhs-trust']),
    sectors: some(['nhs', 'social-care']),
    nations: some(['england', 'wales']),
    withinMonths: fc.option(fc.constantFrom(6, 12, 36), { nil: undefined }),
    seenIsEnough: fc.boolean(),
    outcome: fc.constantFrom('accept', 'accept-with-top-up', 'do-not-accept'),
  })
  // fast-check widens what it picks from.
  .map((rule) => rule as AcceptanceRule)

const anyItem: fc.Arbitrary<RecognitionItem> = fc
  .record({
    kind: fc.constantFrom('sign-off', 'training'),
    title: fc.constantFrom('fire safety', '3.9'),
    section: fc.constantFrom('3.9', '3.10', undefined),
    level: fc.constantFrom('entry', 'intermediate', undefined),
    issuer: fc.option(
      fc.record({
        slug: fc.constantFrom('a', 'b'),
        kind: fc.constantFrom('council', 'nhs-trust'),
        sector: fc.constantFrom('nhs', 'social-care'),
        nation: fc.constantFrom('england', 'wales'),
      }),
      { nil: undefined },
    ),
    on: fc.option(
      fc.integer({ min: 0, max: 48 }).map((ago) => addMonths(today, -ago)),
      { nil: undefined },
    ),
    verdict: fc.constantFrom('valid', 'seen', 'invalid', 'unknown'),
  })
  .map((item) => item as RecognitionItem)

const yes = ['accept', 'accept-with-top-up']
const lifted: readonly ((rule: AcceptanceRule) => AcceptanceRule)[] = [
  (rule) => ({ ...rule, issuerKinds: [] }),
  (rule) => ({ ...rule, sectors: [] }),
  (rule) => ({ ...rule, nations: [] }),
  (rule) => ({ ...rule, withinMonths: undefined }),
  (rule) => ({ ...rule, seenIsEnough: true }),
]

describe('any policy', () => {
  it('never refuses for a restriction that is lifted from what it accepts', () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { minLength: 1, maxLength: 6 }),
        anyItem,
        fc.nat(),
        fc.constantFrom(...lifted),
        (rules, item, place, lift) => {
          const at = place % rules.length
          fc.pre(rules[at]?.outcome !== 'do-not-accept')
          const before = suggestRecognition(item, rules, today).suggests
          fc.pre(yes.includes(before))
          const wider = rules.map((rule, index) => (index === at ? lift(rule) : rule))
          expect(suggestRecognition(item, wider, today).suggests).not.toBe('do-not-accept')
        },
      ),
    )
  })

  it('never suggests to accept what is invalid or could not be checked', () => {
    fc.assert(
      fc.property(fc.array(anyRule), anyItem, (rules, item) => {
        for (const verdict of ['invalid', 'unknown'] as const) {
          const { suggests } = suggestRecognition({ ...item, verdict }, rules, today)
          expect(yes).not.toContain(suggests)
        }
      }),
    )
  })

  it('says the same in whatever order its rules stand', () => {
    const named = fc.uniqueArray(anyRule, { selector: ({ id }) => id })
    fc.assert(
      fc.property(named, anyItem, (rules, item) => {
        const turned = suggestRecognition(item, rules.toReversed(), today)
        expect(turned).toEqual(suggestRecognition(item, rules, today))
      }),
    )
  })

  it('suggests nothing but by a rule that is there', () => {
    fc.assert(
      fc.property(fc.array(anyRule), anyItem, (rules, item) => {
        const { suggests, rule } = suggestRecognition(item, rules, today)
        if (yes.includes(suggests)) expect(rules.map(({ outcome }) => outcome)).toContain(suggests)
        if (yes.includes(suggests)) expect(rule?.outcome).toBe(suggests)
      }),
    )
  })
})

describe('rules that say different things', () => {
  it('are told apart in words: the closer first, or the more careful', () => {
    const refusal = { ...open, outcome: 'do-not-accept' } as const
    expect(explainOrder([open, { ...refusal, sections: ['3.9'] }])).toEqual([
      'For 3.9, that rule comes before the one on sign-offs in general.',
    ])
    expect(explainOrder([open, refusal])[0]).toMatch(/^Two rules say different things of sign-offs/)
  })

  it('are not spoken of where no item can meet both, or where they say the same', () => {
    const refusal = { ...open, outcome: 'do-not-accept' } as const
    expect(
      explainOrder([
        { ...open, sections: ['3.9'] },
        { ...refusal, sections: ['3.10'] },
      ]),
    ).toEqual([])
    expect(explainOrder([open, { ...refusal, kind: 'training' }])).toEqual([])
    expect(explainOrder([open, { ...open, sections: ['3.9'] }])).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../frameworks-content.ts'
import { statementsOf } from '../../model/framework.ts'
import { applyTermChange } from './apply-term-change.ts'
import { findOccurrences, inCaseOf } from './find-occurrences.ts'
import { listForms, pluralOf } from './list-forms.ts'
import { listTermTexts } from './list-term-texts.ts'
import type { DecidedOccurrence, Occurrence, TermPairs } from './occurrence.ts'
import { entryChanges, proposeEntries } from './propose-entries.ts'
import { undoTermChange } from './undo-term-change.ts'

const { edition: draft } = readEditionContent('ahp-support-worker/2021-consultation-draft')
const { edition: published } = readEditionContent('ahp-support-worker/2026')

const withTitle = (title: string) => ({ ...draft, title })
const inTitle = (title: string, words: TermPairs) =>
  findOccurrences(withTitle(title), words).filter(({ target }) => target === 'edition/title')
const changedTitle = (title: string, words: TermPairs) =>
  applyTermChange(withTitle(title), { words, entries: [], occurrences: all(inTitle(title, words)) })
    .edition.title
const all = (found: readonly Occurrence[]): DecidedOccurrence[] =>
  found.map((one) => ({ ...one, decision: 'changed' }))
const suggested = (found: readonly Occurrence[]): DecidedOccurrence[] =>
  found.map((one) => ({ ...one, decision: one.keep === undefined ? 'changed' : 'kept' }))

describe('the forms of a term', () => {
  it.each([
    ['competency', 'competencies'],
    ['service user', 'service users'],
    ['person who accesses services', 'people who access services'],
    ['person who uses a service', 'people who use a service'],
    ['child', 'children'],
    ['member of staff', 'members of staff'],
    ['day', 'days'],
  ])('%s: %s', (one, several) => expect(pluralOf(one)).toBe(several))

  it('stand beside the same forms of the other, where a machine knows them', () => {
    expect(listForms('patient', 'person who accesses services')).toEqual([
      { before: 'patient', after: 'person who accesses services' },
      { before: 'patients', after: 'people who access services' },
      { before: "patient's", after: '' },
      { before: "patients'", after: '' },
    ])
  })
})

describe('an occurrence', () => {
  const words = [
    ...listForms('competency', 'capability'),
    ...listForms('patient', 'individual'),
    { before: 'competence', after: 'capability' },
  ]

  it.each([
    [
      'Competencies and the COMPETENCY of patients',
      'Capabilities and the CAPABILITY of individuals',
    ],
    ['Core Competencies', 'Core Capabilities'],
    ['A patient, and one patient’s day', "An individual, and one individual's day"],
    ['Incompetency, impatient, patiently', 'Incompetency, impatient, patiently'],
    [
      'See https://example.org/patient or patient@example.org',
      'See https://example.org/patient or patient@example.org',
    ],
  ])('changes as a whole word, capitals kept: %s', (before, after) => {
    expect(changedTitle(before, words)).toBe(after)
  })

  it.each([
    ['AHP Support Worker Competency Framework, read with care', 'proper-name'],
    ['It follows the Royal College of Patient Safety in this', 'proper-name'],
    ['They said “every patient counts” to us', 'quotation'],
    ['One word in place of patient', 'spoken-of'],
    ['A registrant who delegates judges competence', 'delegation'],
    ['Works in a patient-led way', 'joined-word'],
    ['Is patient when things take time', 'other-meaning'],
    ['Supports a patient at home', undefined],
    ['Competency comes first', undefined],
    ['Meets the patient. They plan', undefined],
    ['The Patient is heard', undefined],
    ['Shows competence at work', undefined],
  ])('is probably kept where a machine sees why: %s', (text, keep) => {
    expect(inTitle(text, words).map((found) => found.keep)).toEqual([keep])
  })

  it('keeps its capitals', () => {
    expect(inCaseOf('Service User', 'person who accesses services')).toBe(
      'Person Who Accesses Services',
    )
    expect(inCaseOf('Service users', 'people who access services')).toBe(
      'People who access services',
    )
  })
})

describe('a change of terms', () => {
  const words = listForms('competency', 'capability')

  it('takes the 2021 draft to the words of 2026, title and glossary included', () => {
    const people = [
      ...listForms('service user', 'person who accesses services').filter(
        ({ after }) => after !== '',
      ),
      ...listForms('patient', 'person who accesses services').filter(({ after }) => after !== ''),
      { before: "the patient's", after: "the person's" },
    ]
    const first = applyTermChange(draft, {
      ...{ words, occurrences: suggested(findOccurrences(draft, words)) },
      entries: entryChanges(draft, proposeEntries(draft, words)),
    })
    const second = applyTermChange(first.edition, {
      ...{ words: people, occurrences: suggested(findOccurrences(first.edition, people)) },
      entries: [],
    })
    expect(second.edition.title).toBe(published.title)
    const old = /\b(?:competenc(?:y|ies)|service users?|patients?)\b/i
    const still = findOccurrences(second.edition, [...words, ...people])
    expect(still.filter(({ keep }) => keep === undefined)).toEqual([])
    const without = new Set(still.map(({ target }) => target))
    const missed = listTermTexts(second.edition).filter(
      ({ target, text }) => old.test(text) && !without.has(target),
    )
    expect(missed).toEqual([])
    expect(second.edition.terms.find(({ use }) => use === 'capability')?.insteadOf).toContain(
      'competency',
    )
  })

  const decisions = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 })
  const terms = fc.constantFrom(
    ...([
      ['competency', 'capability'],
      ['service user', 'citizen'],
      ['person', 'patient'],
      ['carer', 'unpaid carer'],
      ['support', 'help'],
      ['capability', 'skill'],
    ] as const),
  )

  it('is undone to the letter, whatever was decided, and never touches a code', () => {
    fc.assert(
      fc.property(terms, decisions, fc.boolean(), ([old, fresh], chosen, withEntries) => {
        const words = listForms(old, fresh)
        const occurrences = findOccurrences(published, words).map((one, at) => ({
          ...one,
          decision:
            chosen[at % chosen.length] === true && one.keep !== 'explained-already'
              ? ('changed' as const)
              : ('kept' as const),
        }))
        const entries = withEntries ? entryChanges(published, proposeEntries(published, words)) : []
        const { edition, applied } = applyTermChange(published, { words, occurrences, entries })
        const identities = (from: typeof published) =>
          statementsOf(from).map(({ code, capability }) => [code, capability])
        expect(identities(edition)).toEqual(identities(published))
        const kept = JSON.parse(JSON.stringify(applied))
        expect(undoTermChange(edition, kept)).toEqual({ edition: published, left: [] })
      }),
      { numRuns: 40 },
    )
  })

  it('puts back beside what somebody wrote since, and leaves what they wrote over', () => {
    const title = 'A competency framework for support workers, with each competency at three levels'
    const held = withTitle(title)
    const occurrences = all(inTitle(title, words))
    const { edition, applied } = applyTermChange(held, { words, occurrences, entries: [] })
    const since = (now: string) => undoTermChange({ ...edition, title: now }, applied)
    expect(since(`${edition.title}, in 2027`)).toEqual({
      edition: withTitle(`${title}, in 2027`),
      left: [],
    })
    const overwritten = since(edition.title.replace('each capability', 'every skill'))
    expect(overwritten.edition.title).toContain('A competency framework')
    expect(overwritten.edition.title).toContain('every skill')
    expect(overwritten.left).toEqual([{ target: 'edition/title', words: 'capability' }])
  })

  it('never makes a second glossary entry of one name', () => {
    const two = {
      ...published,
      glossary: [
        ...published.glossary,
        { term: 'competency', forms: [], meaning: 'An old word.', includes: [] },
      ],
    }
    const headword = findOccurrences(two, words).find(({ target }) => target.endsWith('/term'))
    expect(headword?.keep).toBe('explained-already')
  })
})

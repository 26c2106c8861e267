import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CourseField, type CourseTexts, courseFields, readCourse } from './read-course.ts'

const codes = new Set(['3.9-entry', '3.9-intermediate', '3.11-entry', '3.11.2-entry'])
const rules = { codes, today: '2026-11-22' }
const right: CourseTexts = {
  ...{ title: 'Telling the right person', about: '', covers: '3.9', level: 'Entry' },
  ...{ mode: 'In person', place: 'Fernhollow', nation: 'England', hours: '3', cost: '£25' },
  ...{ starts: '', until: '', link: '' },
}

function problemsOf(changed: Partial<CourseTexts>): CourseField[] {
  const read = readCourse({ ...right, ...changed }, rules)
  return read.ok ? [] : read.problems.map(({ field }) => field)
}

function draftOf(changed: Partial<CourseTexts>) {
  const read = readCourse({ ...right, ...changed }, rules)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.draft
}

describe('a course as it was written', () => {
  it('that is right is a draft', () => {
    expect(draftOf({})).toEqual({
      ...{ title: 'Telling the right person', summary: null, codes: ['3.9-entry'], level: 'entry' },
      ...{ mode: 'in-person', place: 'Fernhollow', nation: 'england', minutes: 180, pence: 2500 },
      ...{ starts_on: null, listed_until: '2027-11-21', link: null },
    })
  })

  it.each<[string, Partial<CourseTexts>, CourseField[]]>([
    ['no title', { title: '' }, ['title']],
    ['a title of no letters', { title: '123' }, ['title']],
    ['a formula', { title: '=HYPERLINK("x")' }, ['title']],
    ['a formula in what it is about', { about: '@SUM(A1)' }, ['about']],
    ['a health number', { about: 'About 943 476 5919' }, ['about']],
    ['no codes', { covers: '' }, ['covers']],
    ['a code that is not there', { covers: '3.9, 42.1' }, ['covers']],
    ['a code of another level', { covers: '3.9-intermediate' }, ['covers']],
    ['a level that is not there', { level: 'Advanced' }, ['level']],
    ['no mode', { mode: '' }, ['mode']],
    ['nowhere', { place: '' }, ['place']],
    ['no nation', { nation: 'France' }, ['nation']],
    ['no hours', { hours: '' }, ['hours']],
    ['less than nothing', { hours: '-3' }, ['hours']],
    ['a minute', { hours: '0.01' }, ['hours']],
    ['a cost in words', { cost: 'a lot' }, ['cost']],
    ['a cost below nothing', { cost: '-5' }, ['cost']],
    ['a cost beyond reason', { cost: '£50,000.01' }, ['cost']],
    ['a day that there is not', { starts: '31/2/2027' }, ['starts']],
    ['a day that is over', { starts: '21/11/2026' }, ['starts']],
    ['an end after its beginning', { starts: '1/2/2027', until: '2/2/2027' }, ['until']],
    ['an end that is over', { until: '21/11/2026' }, ['until']],
    ['a link that runs', { link: 'javascript:alert(1)' }, ['link']],
    ['a link with a password', { link: 'https://a:b@example.org' }, ['link']],
    ['all of it', { title: '', hours: '', cost: '' }, ['title', 'hours', 'cost']],
  ])('with %s is told so', (_, changed, fields) => {
    expect(problemsOf(changed)).toEqual(fields)
  })

  it.each<[string, Partial<CourseTexts>, object]>([
    ['free', { cost: 'free' }, { pence: 0 }],
    ['thousands', { cost: '1,250.50' }, { pence: 125_050 }],
    ['half hours', { hours: '7.5 hours' }, { minutes: 450 }],
    ['online, and so nowhere', { mode: 'online', place: '' }, { place: null }],
    ['its last day', { until: '2026-12-31' }, { listed_until: '2026-12-31' }],
    [
      'its beginning',
      { starts: '1 Feb 2027' },
      { starts_on: '2027-02-01', listed_until: '2027-02-01' },
    ],
    [
      'any level',
      { level: 'Any level', covers: '3.9; 3.11.2-entry' },
      { codes: ['3.9-entry', '3.9-intermediate', '3.11.2-entry'] },
    ],
  ])('says %s', (_, changed, expected) => {
    expect(draftOf(changed)).toMatchObject(expected)
  })

  it('whatever was written, is a draft or at least one problem, and never both', () => {
    const texts = fc.record(
      Object.fromEntries(
        courseFields.map((field) => [
          field,
          fc.oneof(fc.constant(right[field]), fc.string({ unit: 'grapheme' })),
        ]),
      ) as Record<CourseField, fc.Arbitrary<string>>,
    )
    fc.assert(
      fc.property(texts, (written) => {
        const read = readCourse(written, rules)
        if (!read.ok) {
          expect(read.problems.length).toBeGreaterThan(0)
          return
        }
        const { draft } = read
        expect(draft.codes.every((code) => codes.has(code))).toBe(true)
        expect(draft.title).not.toMatch(/^[=+\-@]/)
        expect(draft.pence).toBeGreaterThanOrEqual(0)
        expect(draft.listed_until >= rules.today).toBe(true)
        expect(draft.starts_on === null || draft.listed_until <= draft.starts_on).toBe(true)
      }),
    )
  })
})

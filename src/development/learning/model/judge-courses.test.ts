import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOfCourse } from './course.ts'
import { readCourseFile } from './course-file.ts'
import { countOutcomes, judgeCourses } from './judge-courses.ts'

const rules = { codes: new Set(['3.9-entry']), today: '2026-11-22' }
const head = ['Title', 'Covers', 'Level', 'How', 'Nation', 'Hours', 'Cost', 'A note']
const cells = (title: string) => [title, '3.9', 'Entry', 'Online', 'England', '2', 'Free', 'x']
const judged = (titles: readonly string[], known: readonly string[] = []) =>
  judgeCourses(
    { head, rows: titles.map((title, place) => ({ number: place + 2, cells: cells(title) })) },
    { ...rules, known: new Set(known) },
  )

describe('the rows of a file of courses', () => {
  it('are new, there already, or to be put right', () => {
    const known = keyOfCourse({ title: 'There', mode: 'online', place: null, starts_on: null })
    const rows = judged(['One', 'one', 'there', ''], [known])
    expect(rows.map(({ outcome, problems }) => [outcome, problems])).toEqual([
      ['new', []],
      ['duplicate', ['The same stands in row 2']],
      ['duplicate', []],
      ['problem', ['Enter what the course is called']],
    ])
  })

  it('are each told once, in the order of the file', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('One', 'Two', 'Three', ''), { maxLength: 9 }),
        (titles) => {
          const rows = judged(titles)
          expect(rows.map(({ number }) => number)).toEqual(titles.map((_, place) => place + 2))
          const counts = countOutcomes(rows)
          expect(counts.new + counts.duplicate + counts.problem).toBe(titles.length)
          expect(counts.new).toBe(new Set(titles.filter((title) => title !== '')).size)
          expect(
            rows.every(({ outcome, draft }) => (outcome === 'new') === (draft !== undefined)),
          ).toBe(true)
        },
      ),
    )
  })
})

describe('a file of courses', () => {
  it.each([
    ['nothing', [], 'The file is empty'],
    ['no names of columns', [['a', 'b']], 'It lacks “Title”, “Covers”'],
    ['no rows', [head], 'nothing below its first row'],
  ])('with %s is refused', (_, rows, message) => {
    const read = readCourseFile(rows.map((cells, place) => ({ number: place + 1, cells })))
    expect(read.ok ? '' : read.message).toContain(message)
  })
})

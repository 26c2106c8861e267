import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stemsIn } from '../../language/stems.ts'
import {
  actsIn,
  driftedCells,
  emptyRows,
  type LevelMatrix,
  lostActs,
  repeatedCells,
  undefinedCells,
} from './continuity.ts'

const levels = ['low', 'middle', 'high']
const matrixOf = (...rows: readonly (readonly (string | undefined)[])[]): LevelMatrix => ({
  levels,
  rows: rows.map((cells, index) => ({ name: `row ${index}`, cells })),
})

describe('a matrix of levels', () => {
  it('has cells that say nothing, and rows that say nothing at all', () => {
    const matrix = matrixOf(['a', undefined, ' '], ['a', 'b', 'c'], [undefined, '', '\n'], ['a'])
    expect(undefinedCells(matrix)).toEqual([
      { row: 'row 0', level: 'middle' },
      { row: 'row 0', level: 'high' },
      { row: 'row 3', level: 'middle' },
      { row: 'row 3', level: 'high' },
    ])
    expect(emptyRows(matrix)).toEqual(['row 2'])
  })

  it('may say one level in the words of the one below', () => {
    const matrix = matrixOf(['a b', 'a  b\n', 'c'], ['a', 'b', 'a'], ['', '', undefined])
    expect(repeatedCells(matrix)).toEqual([{ row: 'row 0', level: 'middle' }])
  })

  it('is quoted truly, or not: spaces aside, to the letter', () => {
    const matrix = matrixOf(['a b', 'Cafe\u0301', undefined])
    const quoted = (row: string, level: string, text: string) => ({ row, level, text })
    const drifted = driftedCells(matrix, [
      quoted('row 0', 'low', ' a\n b '),
      quoted('row 0', 'middle', 'Café'),
      quoted('row 0', 'low', 'A b'),
      quoted('row 0', 'high', 'c'),
      quoted('row 0', 'gone', 'a b'),
      quoted('row 9', 'low', 'a b'),
    ])
    expect(drifted.map(({ row, level, defined }) => [row, level, defined])).toEqual([
      ['row 0', 'low', 'a b'],
      ['row 0', 'high', undefined],
      ['row 0', 'gone', undefined],
      ['row 9', 'low', undefined],
    ])
  })

  it('never drifts from a quotation of itself', () => {
    const cells = fc.array(fc.string({ minLength: 1 }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), (rows) => {
        const matrix = matrixOf(...rows)
        const quotations = matrix.rows.flatMap(({ name, cells }) =>
          levels.map((level, index) => ({ row: name, level, text: cells[index] ?? '' })),
        )
        expect(driftedCells(matrix, quotations)).toEqual([])
      }),
    )
  })
})

describe('the acts of a statement', () => {
  const wordsOf = (text: string) => actsIn(text).map(({ start, end }) => text.slice(start, end))
  it.each([
    ['Asks why.', ['Asks why']],
    ['Asks why, listens and thanks them.', ['Asks why', 'listens', 'thanks them']],
    ['Asks why, and thanks them', ['Asks why', 'thanks them']],
    ['Acts on candour: says sorry; tells them.', ['Acts on candour', 'says sorry', 'tells them']],
    ['Follows a moving and handling plan.', ['Follows a moving and handling plan']],
    ['', []],
  ])('“%s” are %j', (text, acts) => {
    expect(wordsOf(text)).toEqual(acts)
  })

  it('have the stems that stand in them', () => {
    expect(actsIn('Asks why, and thanked the people.').map(({ stems }) => stems)).toEqual([
      ['ask'],
      ['thank', 'person'],
    ])
  })

  it('leave no word of the statement out', () => {
    const word = fc.constantFrom('asks', 'people,', 'and', 'thanks', 'why;', 'carers')
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const text = words.join(' ')
        const acts = actsIn(text)
        const held = acts.reduce((sum, { stems }) => sum + stems.length, 0)
        expect(held).toBe(words.filter((one) => !['and', 'why;'].includes(one)).length)
        acts.slice(1).forEach(({ start }, index) => {
          expect(start).toBeGreaterThanOrEqual(acts[index]?.end ?? 0)
        })
      }),
    )
  })
})

describe('an act is lost', () => {
  const lost = (lower: string, higher: string) =>
    lostActs(lower, new Set(stemsIn(higher).map(({ stem }) => stem)))

  it.each([
    ['Thanks everybody warmly.', 'Asks why.', 1],
    ['Thanks everybody warmly.', 'Thanks them.', 0],
    ['Thanking everybody warmly.', 'Asks why.', 1],
    ['Warm thanks.', 'Asks why.', 0],
    ['At home or work.', 'Asks why.', 0],
    ['Thanks them.', 'Asks why.', 0],
  ])('of “%s” beside “%s”: %i', (lower, higher, count) => {
    expect(lost(lower, higher)).toHaveLength(count)
  })

  it('never beside a text that takes the whole of it in', () => {
    const text = fc
      .array(fc.constantFrom('Asks', 'thanks', 'people,', 'warmly', 'and', 'learning', ';'))
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(text, text, (lower, more) => {
        expect(lost(lower, `${lower} ${more}`)).toEqual([])
        expect(lost(lower, '').length).toBeGreaterThanOrEqual(lost(lower, more).length)
      }),
    )
  })
})

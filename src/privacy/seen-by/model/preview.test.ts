import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareSeen } from './preview.ts'

const kind = { id: 'answers', name: 'Own answers' }
const records = (...keys: string[]) => keys.map((key) => ({ key, words: `about ${key}` }))

describe('what another sees of a kind of record', () => {
  it.each([
    ['nothing, where nothing is kept', [], [], 'nothing-kept', 0],
    ['nothing', ['a'], [], 'none', 0],
    ['some', ['a', 'b'], ['b'], 'some', 1],
    ['all', ['a', 'b'], ['a', 'b'], 'all', 2],
    ['nothing that the holder does not see', ['a'], ['a', 'draft'], 'all', 1],
  ] as const)('is %s', (_, own, theirs, extent, seen) => {
    const compared = compareSeen(kind, records(...own), records(...theirs))
    expect(compared.extent).toBe(extent)
    expect(compared.seen).toHaveLength(seen)
  })

  it('is never more than the holder sees', () => {
    const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
    fc.assert(
      fc.property(keys, keys, (own, theirs) => {
        const { seen, kept } = compareSeen(kind, records(...own), records(...theirs))
        expect(seen.length).toBeLessThanOrEqual(kept)
        expect(seen.every((words) => own.some((key) => words === `about ${key}`))).toBe(true)
      }),
    )
  })
})

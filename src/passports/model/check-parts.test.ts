import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingParts, partsOf } from './check-parts.ts'

const all = { code: '3.9-entry', requires: { all: ['family', 'carer'] } }
const any = { code: '3.4.2-entry', requires: { any: ['body', 'mind'] } }

describe('what was seen of a statement that asks for several things', () => {
  it.each([
    ['nothing is asked', { code: '1.1-entry' }, [], undefined],
    ['all, and all were seen', all, ['carer', 'family'], undefined],
    ['all, and one was not', all, ['family'], /needs all its parts. Tick “carer”/],
    ['any, and one was seen', any, ['mind'], undefined],
    ['any, and none was', any, [], /at least one/],
    ['any, and something else was', any, ['weather'], /at least one/],
  ] as const)('%s', (_, statement, seen, wanted) => {
    const missing = missingParts(statement, seen)
    if (wanted === undefined) expect(missing).toBeUndefined()
    else expect(missing).toMatch(wanted)
  })

  it('is never complained of once everything is ticked', () => {
    const things = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(things, fc.boolean(), (parts, isAll) => {
        const requires = isAll ? { all: parts } : { any: parts }
        expect(missingParts({ code: '1.1-entry', requires }, partsOf(requires))).toBeUndefined()
      }),
    )
  })
})

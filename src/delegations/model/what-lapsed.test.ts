import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { states } from '../../passports/model/evaluate-passport.ts'
import { isSigned, whatLapsed } from './what-lapsed.ts'

const line = (code: string, state: (typeof states)[number]) => ({ code, state })

describe('what lapsed since both agreed', () => {
  it.each([
    ['stood and stands', 'held', 'held', []],
    ['stood and is due soon', 'held', 'due-soon', []],
    ['stood and lapsed', 'due-soon', 'lapsed', ['3.9-entry']],
    ['stood and was withdrawn', 'held', 'missing', ['3.9-entry']],
    ['had lapsed already', 'lapsed', 'lapsed', []],
    ['was never signed', 'missing', 'missing', []],
    ['was signed since', 'missing', 'held', []],
  ] as const)('%s', (_, then, now, gone) => {
    expect(whatLapsed([line('3.9-entry', then)], [line('3.9-entry', now)])).toEqual(gone)
  })

  it('is only what was shown, stood then, and does not stand now', () => {
    const codes = ['a', 'b', 'c', 'd']
    const lines = fc
      .tuple(...codes.map(() => fc.constantFrom(...states)))
      .map((all) => all.map((state, place) => line(codes[place] ?? '', state)))
    fc.assert(
      fc.property(lines, lines, (then, now) => {
        const stood = new Set(then.filter(isSigned).map(({ code }) => code))
        const stands = new Set(now.filter(isSigned).map(({ code }) => code))
        expect(new Set(whatLapsed(then, now))).toEqual(
          new Set([...stood].filter((code) => !stands.has(code))),
        )
        expect(whatLapsed(now, now)).toEqual([])
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../frameworks-content.ts'
import { houseLanguage } from '../../language-content.ts'
import { checkEdition } from '../../model/check-edition.ts'
import { checkWording } from '../../model/check-wording.ts'
import { statementsOf } from '../../model/framework.ts'
import { readNextEdition } from '../next-edition-content.ts'
import { writeNextEdition } from './write-next-edition.ts'

const plan = readNextEdition()
const { edition } = readEditionContent(plan.base)
const next = writeNextEdition(edition, plan)
const codesOf = (of: typeof edition) => statementsOf(of).map(({ code }) => code)

describe('the demonstration’s next edition', () => {
  it('is whole, and has a word to mend and a place to waive left for the checks to find', () => {
    expect(checkEdition(next)).toEqual([])
    const musts = checkWording(next, houseLanguage()).filter(({ severity }) => severity === 'must')
    expect(musts.map(({ at }) => at)).toEqual(['statement/6.2-entry/text', 'section/7.3'])
  })

  it('has what was moved and added at its place, and no longer what was taken out', () => {
    const codes = codesOf(next)
    for (const { code } of plan.add) expect(codes).toContain(code)
    for (const { from, to } of plan.move) {
      expect(codes).toContain(to)
      expect(codes).not.toContain(from)
    }
    for (const code of plan.takeOut) expect(codes).not.toContain(code)
    expect(codes.length).toBe(codesOf(edition).length + plan.add.length - plan.takeOut.length)
  })

  it('decides only on statements that there are, before and after', () => {
    for (const { from, to } of plan.fates) {
      expect(codesOf(edition)).toContain(from)
      for (const code of to) expect(codesOf(next)).toContain(code)
    }
  })

  it('is refused where the plan names what is not there', () => {
    expect(() => writeNextEdition(edition, { ...plan, takeOut: ['9.9-entry'] })).toThrow(
      '9.9-entry',
    )
    const write = [{ at: 'statement/9.9-entry/text' as const, now: 'Anything.' }]
    expect(() => writeNextEdition(edition, { ...plan, write })).toThrow('9.9-entry')
  })
})

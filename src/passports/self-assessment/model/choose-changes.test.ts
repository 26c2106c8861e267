import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answers } from '../../model/answer.ts'
import { chooseChanges } from './choose-changes.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 14, minute))
const held = new Map([['2.1-entry', { answer: 'confident', at: at(30) } as const]])

describe('an answer that waited on a phone', () => {
  it.each([
    ['given before the one that is held stays out', 10, [], ['2.1-entry']],
    ['given at the same moment stays out', 30, [], ['2.1-entry']],
    ['given after it is kept', 40, ['2.1-entry'], []],
    ['without a time is given now', undefined, ['2.1-entry'], []],
  ] as const)('%s', (_, minute, changed, overtaken) => {
    const saidAt = new Map(minute === undefined ? [] : [['2.1-entry', at(minute)]])
    const found = chooseChanges(new Map([['2.1-entry', 'not-yet']]), held, saidAt)
    expect([...found.changed.keys()]).toEqual(changed)
    expect(found.overtaken).toEqual(overtaken)
  })

  it('that says what is held already is neither new nor overtaken', () => {
    const said = new Map([['2.1-entry', 'confident' as const]])
    const found = chooseChanges(said, held, new Map([['2.1-entry', at(1)]]))
    expect(found).toEqual({ changed: new Map(), overtaken: [] })
  })

  it('never takes the place of one that was given later, in whatever order they arrive', () => {
    const given = fc.record({
      answer: fc.constantFrom(...answers),
      minute: fc.integer({ min: 0, max: 59 }),
    })
    fc.assert(
      fc.property(given, fc.array(given), (first, arrivals) => {
        let kept = { answer: first.answer, at: at(first.minute) }
        for (const { answer, minute } of arrivals) {
          const saidAt = new Map([['a', at(minute)]])
          const { changed, overtaken } = chooseChanges(
            new Map([['a', answer]]),
            new Map([['a', kept]]),
            saidAt,
          )
          expect(changed.has('a')).toBe(answer !== kept.answer && at(minute) > kept.at)
          expect(changed.size + overtaken.length).toBe(answer === kept.answer ? 0 : 1)
          if (changed.has('a')) kept = { answer, at: at(minute) }
        }
      }),
    )
  })
})

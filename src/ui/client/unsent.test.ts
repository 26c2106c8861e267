import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, nextBatch, type Typed, withFault, withoutSent, withTyped } from './unsent.ts'

const typed = (address: string, field: string, value: string, at: number): Typed => ({
  ...{ person: 'p', address, field, value, at },
})

const any = fc.record({
  person: fc.constant('p'),
  address: fc.constantFrom('/a', '/b'),
  field: fc.constantFrom('answer-1', 'answer-2', 'note'),
  value: fc.string(),
  at: fc.nat(),
})

describe('what was typed and is not sent', () => {
  it('holds the last of each field alone', () => {
    const unsent = [
      typed('/a', 'answer-1', 'not-yet', 1),
      typed('/a', 'answer-2', 'confident', 2),
      typed('/a', 'answer-1', 'confident', 3),
    ].reduce(withTyped, [])
    expect(unsent.map(({ field, value }) => [field, value])).toEqual([
      ['answer-2', 'confident'],
      ['answer-1', 'confident'],
    ])
  })

  it('keeps what was typed while the one before it was on its way', () => {
    const first = typed('/a', 'note', 'One', 1)
    const second = typed('/a', 'note', 'One and two', 2)
    expect(withoutSent([second], [first])).toEqual([second])
    expect(withoutSent([first], [first])).toEqual([])
  })

  it('goes page by page, with a note alone', () => {
    const unsent = [
      typed('/a', 'answer-1', 'not-yet', 1),
      typed('/a', 'note', 'Words', 2),
      typed('/b', 'answer-3', 'not-yet', 3),
      typed('/a', 'answer-2', 'confident', 4),
    ]
    const batch = nextBatch(unsent)
    expect(batch?.typed.map(({ field }) => field)).toEqual(['answer-1', 'answer-2'])
    expect(batch && fieldsOf(batch, 10)).toEqual({
      ...{ 'answer-1': 'not-yet', 'age-answer-1': '9' },
      ...{ 'answer-2': 'confident', 'age-answer-2': '6' },
    })
  })

  it('is not sent again once it was refused, until it is typed anew', () => {
    const note = typed('/a', 'note', 'Words', 1)
    const refused = withFault([note, typed('/a', 'answer-1', 'not-yet', 2)], [note], 'Too long')
    expect(nextBatch(refused)?.typed.map(({ field }) => field)).toEqual(['answer-1'])
    expect(nextBatch([...refused].filter(({ fault }) => fault))).toBe(undefined)
    const anew = withTyped(refused, typed('/a', 'note', 'Word', 3))
    expect(anew.some(({ fault }) => fault)).toBe(false)
  })

  it('is all sent in the end, each field once', () => {
    fc.assert(
      fc.property(fc.array(any), (all) => {
        let unsent = all.reduce<Typed[]>(withTyped, [])
        const fields = unsent.map(({ address, field }) => `${address} ${field}`)
        const sent: string[] = []
        for (let batch = nextBatch(unsent); batch !== undefined; batch = nextBatch(unsent)) {
          sent.push(...batch.typed.map(({ address, field }) => `${address} ${field}`))
          unsent = withoutSent(unsent, batch.typed)
        }
        expect(sent.toSorted()).toEqual([...new Set(fields)].toSorted())
      }),
    )
  })
})

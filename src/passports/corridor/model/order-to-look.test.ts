import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, SelfAnswers } from '../../model/answer.ts'
import { codeOf, hashOf, parseCorridorCode, secretOf, showCode } from './corridor-code.ts'
import { orderToLook } from './order-to-look.ts'

const at = new Date('2026-11-01')
const answered = (answers: Record<string, Answer>): SelfAnswers =>
  new Map(Object.entries(answers).map(([code, answer]) => [code, { answer, at }]))
const today = '2026-11-22'
const statements = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => ({ code }))

const signed = (code: string, until: string) => [{ code, until }]

describe('what an assessor is shown first', () => {
  it('is what the worker says they do, then what is not answered, and last what is held', () => {
    const answers = answered({
      a: 'not-my-role',
      b: 'with-support',
      c: 'confident',
      e: 'confident',
    })
    const held = signed('e', '2027-11-01')
    expect(orderToLook(statements, { answers, signed: held, today })).toEqual({
      codes: ['c', 'b', 'd', 'f', 'e', 'a'],
      suggested: 2,
    })
  })

  it('counts what is reviewed soon as not held', () => {
    const answers = answered({ e: 'confident' })
    const held = signed('e', '2026-12-24')
    expect(orderToLook(statements, { answers, signed: held, today }).codes[0]).toBe('e')
  })

  it('neither loses nor adds a statement', () => {
    const codes = fc.uniqueArray(fc.string({ minLength: 1 }))
    fc.assert(
      fc.property(
        codes,
        fc.infiniteStream(fc.constantFrom<Answer>('confident', 'not-yet')),
        (all, some) => {
          const answers = answered(Object.fromEntries(all.map((code) => [code, some.next().value])))
          const { codes: ordered } = orderToLook(
            all.map((code) => ({ code })),
            { answers, signed: [], today },
          )
          expect(ordered.toSorted()).toEqual(all.toSorted())
        },
      ),
    )
  })
})

describe('a code', () => {
  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['12345', undefined],
    ['1234567', undefined],
    ['12345a', undefined],
    ['', undefined],
  ])('typed as %j is %j', (typed, code) => expect(parseCorridorCode(typed)).toBe(code))

  it('is six figures, always the same for a visit, and its secret is longer', () => {
    fc.assert(
      fc.property(fc.uuid(), (visit) => {
        const key = Buffer.alloc(32, 7)
        const code = codeOf(key, visit)
        expect(parseCorridorCode(showCode(code))).toBe(codeOf(key, visit))
        expect(secretOf(key, visit)).toMatch(/^[\w-]{43}$/)
        expect(hashOf(key, code).equals(hashOf(Buffer.alloc(32, 8), code))).toBe(false)
      }),
    )
  })
})

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkEvent } from './event-details.ts'

const faultsOf = (value: unknown) => checkEvent('share:1', { value })

describe('the details of an event', () => {
  it.each([
    ['an id', randomUUID()],
    ['a code', 'assistant-practitioner'],
    ['the code of a statement', '3.9.2-entry'],
    ['an edition', 'ahp-support-worker/2026'],
    ['a digest', 'a'.repeat(64)],
    ['a day', '2026-11-22'],
    ['a moment', '2026-11-22T10:57:28.123Z'],
    ['a number', 12],
    ['yes or no', true],
    ['codes', ['3.9-entry', 'issue']],
    ['how and when somebody showed who they are', { how: 'passkey', at: new Date() }],
    ['nothing', undefined],
  ])('may be %s', (_, value) => {
    expect(faultsOf(value)).toEqual([])
  })

  it.each([
    ['a name', 'Tamsin Oyelaran-Pike'],
    ['a first name', 'Tamsin'],
    ['a sentence', 'she was late'],
    ['an address', 'tamsin@example.org'],
    ['a telephone number', '+44 20 7946 0018'],
    ['long words', 'a'.repeat(101)],
    ['a thing of its own with a name in it', { name: 'Tamsin' }],
    ['a thing in a thing', { a: { b: 'c' } }],
    ['a list with a name in it', ['issue', 'Tamsin']],
    ['no number', Number.NaN],
  ])('may not be %s', (_, value) => {
    expect(faultsOf(value)).toEqual(['value is more than an id, a code, a date or a number'])
  })

  it('stand beside a subject that is named the one way', () => {
    expect(checkEvent('share:1', {})).toEqual([])
    expect(checkEvent('Tamsin Pike', {})).toEqual(['its subject is not kind:id'])
  })
})

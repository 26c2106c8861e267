import { describe, expect, it } from 'vitest'
import { whyNotSecond } from './may-second.ts'

const registration = { regulator: 'HCPC', number: 'OT1' }
const signing = (first = registration as typeof registration | undefined) => ({
  ...{ holderId: 'holder', assessorId: 'first' },
  shown: {
    ...{ assessor: { name: 'First', registration: first }, organisation: 'O' },
    identityCheck: 'not-checked' as const,
  },
})

describe('a second assessor', () => {
  it.each([
    ['somebody else', { id: 'other' }, registration, true],
    ['the worker', { id: 'holder' }, registration, false],
    ['the first, whatever their job', { id: 'first' }, registration, false],
    ['the first in another account', { id: 'other', registration }, registration, false],
    [
      'another number',
      { id: 'other', registration: { ...registration, number: 'OT2' } },
      registration,
      true,
    ],
    ['two without a registration', { id: 'other' }, undefined, true],
  ])('%s', (_, who, first, may) => {
    expect(whyNotSecond(who, signing(first)) === undefined).toBe(may)
  })
})

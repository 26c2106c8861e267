import { describe, expect, it } from 'vitest'
import type { Cause } from '../../model/signing.ts'
import { whatStands } from './what-stands.ts'

const at = new Date('2026-11-22T09:00:00Z')

const signing = (...causes: readonly (Cause | undefined)[]) => ({
  signOffs: causes.map((cause, index) => ({
    id: String(index),
    code: `3.9-${index}`,
    withdrawal: cause && { cause, explanation: '', at },
  })),
})

describe('what stands of a visit', () => {
  it.each([
    ['nothing-signed', []],
    ['all', [signing(undefined, undefined), signing(undefined)]],
    ['in-part', [signing('taken-back'), signing(undefined)]],
    ['in-part', [signing('error', undefined)]],
    ['taken-back', [signing('taken-back', 'taken-back'), signing('taken-back')]],
    ['withdrawn', [signing('taken-back'), signing('fraud')]],
    ['waiting', [{ signOffs: [{ id: '1', code: '3.9-1', second: 'waiting' as const }] }]],
    ['not-confirmed', [{ signOffs: [{ id: '1', code: '3.9-1', second: 'declined' as const }] }]],
    ['all', [{ signOffs: [{ id: '1', code: '3.9-1', second: 'confirmed' as const }] }]],
  ])('is %s', (expected, signings) => {
    expect(whatStands(signings)).toBe(expected)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permissions } from '../../../actor.ts'
import { fitsKind, invitablePermissions, needsStepUp } from './may-grant.ts'
import { permissionWords, readPermission } from './permission-words.ts'
import { grantDates, grantMonths, isReviewDue } from './review-grants.ts'

describe('permissions in words', () => {
  it('are read again by their label and by their name, and no two are called the same', () => {
    for (const permission of permissions) {
      expect(readPermission(` ${permissionWords[permission].label.toUpperCase()} `)).toBe(
        permission,
      )
      expect(readPermission(permission)).toBe(permission)
    }
    expect(readPermission('boss')).toBeUndefined()
  })

  it.each(permissions)(
    '%s says what it lets somebody do, what not, and who should have it',
    (one) => {
      const { lets, doesNot, whoShould } = permissionWords[one]
      for (const words of [lets, doesNot, whoShould]) expect(words).toMatch(/^[A-Z].*\.$/s)
    },
  )
})

describe('a permission', () => {
  it('to steward or to decide belongs to few kinds of organisation', () => {
    const kinds = ['nhs-trust', 'council', 'charity', 'professional-body', 'steward']
    const fit = (permission: (typeof permissions)[number]) =>
      kinds.filter((kind) => fitsKind(permission, kind))
    expect(fit('steward-framework')).toEqual(['professional-body', 'steward'])
    expect(fit('decide-consultation')).toEqual(['professional-body', 'steward'])
    expect(fit('assess')).toEqual(kinds)
  })

  it('that could do harm in other hands is never given by invitation', () => {
    expect(permissions.filter(needsStepUp)).toEqual(['manage-team', 'issue'])
    expect(invitablePermissions.filter(needsStepUp)).toEqual([])
  })
})

describe('the review of a permission', () => {
  const today = '2026-11-22'

  it.each([
    [undefined, undefined, true],
    [undefined, '2027-01-01', false],
    [undefined, '2026-11-22', true],
    ['2027-01-21', '2027-06-01', true],
    ['2027-01-22', '2027-06-01', false],
    ['2027-01-22', '2026-11-22', true],
    ['2026-11-01', '2026-09-01', true],
  ])('that ends on %s, to be looked at on %s, is due: %s', (expiresOn, reviewOn, due) => {
    expect(isReviewDue({ expiresOn, reviewOn }, today)).toBe(due)
  })

  it('is not due on the day it is given, and is before it ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(...grantMonths),
        (day, months) => {
          const given = new Date(day * 86_400_000).toISOString().slice(0, 10)
          const dates = grantDates(given, months)
          expect(isReviewDue(dates, given)).toBe(false)
          expect(isReviewDue(dates, dates.reviewOn)).toBe(true)
          expect(dates.reviewOn < dates.expiresOn).toBe(true)
          expect(dates.expiresOn <= `${Number(given.slice(0, 4)) + 2}${given.slice(4)}`).toBe(true)
        },
      ),
    )
  })
})

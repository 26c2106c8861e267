import { describe, expect, it } from 'vitest'
import { type Asked, type ClaimsToCheck, checkClaims } from './check-claims.ts'
import type { OpenIdFault } from './open-id.ts'

const asked: Asked = {
  purpose: 'step-up',
  startedAt: new Date('2026-11-22T10:00:00.900Z'),
  accepted: [],
}
const at = (time: string) => Date.parse(`2026-11-22T${time}Z`) / 1000

const cases: Record<string, [ClaimsToCheck, Partial<Asked>, OpenIdFault | undefined]> = {
  'after we asked': [{ authTime: at('10:00:05') }, {}, undefined],
  'in the second in which we asked': [{ authTime: at('10:00:00') }, {}, undefined],
  'by a clock that is half a minute behind': [{ authTime: at('09:59:30') }, {}, undefined],
  'before we asked': [{ authTime: at('09:59:29') }, {}, 'not-fresh'],
  'nobody says when': [{}, {}, 'not-fresh'],
  'nobody says when, at sign-in': [{}, { purpose: 'sign-in' }, undefined],
  'nobody says when, to link': [{}, { purpose: 'link' }, undefined],
  'before we asked, to link': [{ authTime: at('09:00:00') }, { purpose: 'link' }, 'not-fresh'],
  'long ago, at sign-in': [{ authTime: at('01:00:00') }, { purpose: 'sign-in' }, undefined],
  'as strongly as asked': [
    { assurance: 'AAL3' },
    { purpose: 'sign-in', accepted: ['AAL2', 'AAL3'] },
    undefined,
  ],
  'less strongly': [{ assurance: 'AAL1' }, { purpose: 'sign-in', accepted: ['AAL2'] }, 'too-weak'],
  'nobody says how strongly': [{}, { purpose: 'sign-in', accepted: ['AAL2'] }, 'too-weak'],
}

describe('when and how somebody signed in elsewhere', () => {
  it.each(Object.entries(cases))('%s', (_, [claims, given, fault]) => {
    expect(checkClaims(claims, { ...asked, ...given })).toBe(fault)
  })
})

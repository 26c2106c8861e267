import { describe, expect, it } from 'vitest'
import { viewedKinds } from '../../../audit/model/viewing.ts'
import { describeViewing, type SeenRecord } from './describe-viewing.ts'

const seen: SeenRecord = {
  id: 'v',
  at: new Date('2026-11-22T10:48:00Z'),
  what: 'request',
  about: '3.9',
  viewerName: 'Farzana Whitlock-Rahimi',
  organisationName: 'Merrowfell Hospitals NHS Trust',
}

const cases: Readonly<Record<string, [Partial<SeenRecord>, string]>> = {
  'an assessor who opens a request': [
    {},
    'Farzana Whitlock-Rahimi, Merrowfell Hospitals NHS Trust, opened your request about 3.9',
  ],
  'an issuer who opens a sign-off': [
    { what: 'sign-off', about: '7.1' },
    'Farzana Whitlock-Rahimi, Merrowfell Hospitals NHS Trust, opened your sign-off for 7.1',
  ],
  'somebody whose account is closed': [
    { viewerName: undefined },
    'Somebody, Merrowfell Hospitals NHS Trust, opened your request about 3.9',
  ],
  'whoever has a link': [
    { what: 'share', about: '2026-11-03', viewerName: undefined, organisationName: undefined },
    'Somebody with the link you made on 3 November 2026 opened it',
  ],
}

describe('what is told of who looked', () => {
  it.each(Object.entries(cases))('%s', (_, [change, words]) => {
    expect(describeViewing({ ...seen, ...change })).toBe(words)
  })

  it('has words for every kind of look, and names nobody for a link', () => {
    for (const what of viewedKinds) {
      const words = describeViewing({ ...seen, what, about: undefined })
      expect(words).not.toContain('undefined')
      expect(words.includes('Farzana')).toBe(what !== 'share')
    }
  })
})

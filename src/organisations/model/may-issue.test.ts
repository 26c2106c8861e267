import { describe, expect, it } from 'vitest'
import { cannotIssue, mayIssue } from './may-issue.ts'
import type { OrganisationHistory, VerifiedSpan } from './organisation-history.ts'

const span = (from: string, checkAgainOn: string, withdrawn?: string): VerifiedSpan => ({
  ...{ id: from, from, checkAgainOn },
  withdrawn: withdrawn === undefined ? undefined : { from: withdrawn, reason: 'Not theirs' },
})

const history = (verified: readonly VerifiedSpan[], endedOn?: string): OrganisationHistory => ({
  ...{ slug: 'x', kind: 'charity', nation: 'wales', sector: 'voluntary', areas: [], verified },
  ...{ openedOn: '2020-01-01', names: [{ name: 'Kestrel House' }] },
  ending: endedOn === undefined ? undefined : { kind: 'closed', on: endedOn, into: [] },
})

const once = [span('2025-03-01', '2026-03-01')]

describe('whether an organisation may issue on a day', () => {
  it.each<[string, readonly VerifiedSpan[], string, string | undefined, string]>([
    ['before it opened', once, '2019-12-31', undefined, 'not-there'],
    ['before anybody verified it', once, '2025-02-28', undefined, 'never-verified'],
    ['on the day it was confirmed', once, '2025-03-01', undefined, 'may'],
    ['on the day it is to be checked again', once, '2026-03-01', undefined, 'may'],
    ['the day after', once, '2026-03-02', undefined, 'lapsed'],
    [
      'once checked again in time',
      [...once, span('2026-02-01', '2027-02-01')],
      '2026-03-02',
      undefined,
      'may',
    ],
    [
      'between two verifications',
      [...once, span('2026-06-01', '2027-06-01')],
      '2026-05-01',
      undefined,
      'lapsed',
    ],
    [
      'the day before a withdrawal',
      [span('2025-03-01', '2026-03-01', '2025-09-01')],
      '2025-08-31',
      undefined,
      'may',
    ],
    [
      'from the day of a withdrawal',
      [span('2025-03-01', '2026-03-01', '2025-09-01')],
      '2025-09-01',
      undefined,
      'withdrawn',
    ],
    [
      'withdrawn from the start',
      [span('2025-03-01', '2026-03-01', '2025-01-01')],
      '2025-03-01',
      undefined,
      'withdrawn',
    ],
    [
      'verified again after a withdrawal',
      [span('2025-03-01', '2026-03-01', '2025-09-01'), span('2025-10-01', '2026-10-01')],
      '2025-10-01',
      undefined,
      'may',
    ],
    ['on its last day', once, '2025-05-31', '2025-06-01', 'may'],
    ['on the day it ended', once, '2025-06-01', '2025-06-01', 'not-there'],
  ])('%s', (_, verified, day, endedOn, expected) => {
    const judgement = mayIssue(history(verified, endedOn), day)
    expect(judgement.may ? 'may' : judgement.why).toBe(expected)
  })

  it('is told in words that say what to do', () => {
    const words = (verified: readonly VerifiedSpan[], day: string, endedOn?: string) => {
      const judgement = mayIssue(history(verified, endedOn), day)
      return judgement.may ? '' : cannotIssue('Kestrel House', judgement)
    }
    expect(words([], '2025-01-01')).toBe(
      'Nobody has verified Kestrel House yet. So nothing can be issued. Ask your manager to have it verified.',
    )
    expect(words(once, '2026-03-02')).toMatch(
      /^Kestrel House was to be checked again by 1 March 2026, and was not\./,
    )
    expect(words(once, '2025-06-01', '2025-06-01')).toMatch(/ended on 1 June 2025/)
  })
})

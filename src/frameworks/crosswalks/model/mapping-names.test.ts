import { describe, expect, it } from 'vitest'
import { mappingStatuses } from './mapping.ts'
import { draftWords, scopeName, standingWords } from './mapping-names.ts'

const at = new Date(0)
const decided = { by: 'one', for: 'The Stewards' }
const confirmed = { outcome: 'confirmed', by: 'two', for: 'The Stewards', at } as const

describe('whoever reads a mapping', () => {
  it('is told of every one that its owner has not approved that it is a draft', () => {
    const drafts = mappingStatuses.filter(
      (status) => draftWords(status, { nation: 'wales' }) !== undefined,
    )
    expect(drafts).toEqual(mappingStatuses.filter((status) => status !== 'approved'))
    expect(draftWords('confirmed', { nation: 'england', sector: 'social-care' })).toBe(
      'Draft: not approved by the owner for social care in England',
    )
  })

  it('is told for which nation or sector somebody approves', () => {
    expect(scopeName({ nation: 'united-kingdom' })).toBe('the United Kingdom')
    expect(scopeName({ nation: 'england', sector: 'nhs' })).toBe('the NHS in England')
  })

  it('is told how far it has come, and for whom', () => {
    expect(standingWords({})).toBe('Suggested by Lanyard’s own draft, confirmed by nobody.')
    expect(standingWords({ decided })).toBe(
      'Decided by one person for The Stewards. A second person has not confirmed it yet.',
    )
    expect(standingWords({ decided, answer: { ...confirmed, outcome: 'refused' } })).toBe(
      'Decided by one person for The Stewards, and refused by a second person.',
    )
    const two = 'Decided by one person for The Stewards and confirmed by a second person for'
    expect(standingWords({ decided, answer: confirmed })).toBe(`${two} The Stewards.`)
    const approval = { outcome: 'approved', by: 'three', for: 'Wales', at } as const
    expect(standingWords({ decided, answer: confirmed, approval })).toBe(
      `${two} The Stewards. Approved by Wales.`,
    )
    expect(
      standingWords({
        decided,
        answer: confirmed,
        approval: { ...approval, outcome: 'not-approved' },
      }),
    ).toBe(`${two} The Stewards. Wales does not approve it.`)
  })
})

import { describe, expect, it } from 'vitest'
import { chooseEditionInForce, inOrder, type PublishedEdition } from './choose-edition-in-force.ts'

function edition(version: string, status = 'published'): PublishedEdition {
  return { ref: `f/${version}`, status, publishedAt: new Date(`${version}-01-01`) }
}
const asked = { adoptions: [], addedAt: new Date('2026-06-01'), day: '2028-06-01' }

describe('an organisation that adopted nothing', () => {
  it.each([
    ['is not moved by a new edition', 'published'],
    ['nor by the withdrawal of its own', 'withdrawn'],
  ])('%s', (_, status) => {
    const editions = [edition('2027'), edition('2026', status), edition('2025')]
    expect(chooseEditionInForce({ ...asked, editions })).toBe('f/2026')
  })

  it('works by the first there was, where none was published when it came', () => {
    const editions = [edition('2028'), edition('2027', 'withdrawn')]
    expect(chooseEditionInForce({ ...asked, editions })).toBe('f/2027')
    const draft = { ref: 'f/2025', status: 'draft' }
    expect(chooseEditionInForce({ ...asked, editions: [draft] })).toBeUndefined()
  })
})

it('works by what it adopted, whatever became of that', () => {
  const adoptions = [{ edition: 'f/2027', from: '2027-04-01', number: 1 }]
  const editions = [edition('2026'), edition('2027', 'withdrawn'), edition('2028')]
  expect(chooseEditionInForce({ ...asked, editions, adoptions })).toBe('f/2027')
  const before = { ...asked, editions, adoptions, day: '2027-03-31' }
  expect(chooseEditionInForce(before)).toBe('f/2026')
})

it('offers no withdrawn one', () => {
  const editions = [edition('2027'), edition('2026', 'withdrawn'), edition('2025')]
  expect(inOrder(editions).map(({ ref }) => ref)).toEqual(['f/2025', 'f/2027'])
})

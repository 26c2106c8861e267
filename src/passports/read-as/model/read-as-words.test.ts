import { expect, it } from 'vitest'
import type { MappingToRead, StandingToRead } from './read-as.ts'
import { becauseWords, draftCountWords, mappingWords, missingWords } from './read-as-words.ts'

const mapping: MappingToRead = {
  ...{ id: 'm', to: '1', codes: [], relation: 'close', coverage: 'part', status: 'suggested' },
  why: 'So',
}
const open = (code: string, state: StandingToRead['state']) => ({ code, state, says: [] })

it('what is missing is said in words: of theirs, and of ours by state', () => {
  const standings = [open('a', 'lapsed'), open('b', 'missing'), open('c', 'missing')]
  expect(
    missingWords({
      shortfalls: [
        { kind: 'not-in-ours', words: 'Fire drills.' },
        { kind: 'not-the-same', relation: 'close' },
        { kind: 'not-confirmed' },
        { kind: 'not-held', held: 2, standings },
      ],
    }),
  ).toEqual([
    'Fire drills.',
    '2 of 5 statements signed off and in date. The others: 1 signed off, and the review was due; 2 not signed off.',
  ])
})

it('a mapping that nobody confirmed says so', () => {
  expect(mappingWords({ mapping, held: [], shortfalls: [{ kind: 'not-confirmed' }] })).toBe(
    'How they go together: much alike, and not the same. A first draft, agreed by nobody else.',
  )
  expect(mappingWords({ mapping, held: [], shortfalls: [] })).toBe(
    'How they go together: much alike, and not the same.',
  )
})

it('a reading says how many of its mappings somebody stands behind', () => {
  expect(draftCountWords(['suggested', 'decided'])).toBe(
    'What goes with what is our own first draft. Nobody else has agreed it yet.',
  )
  expect(draftCountWords(['suggested', 'confirmed', 'approved', 'approved'])).toBe(
    'This rests on 4 mappings. Approved: 2. Agreed by two people: 1. First draft: 1.',
  )
})

it('nothing to say is said of what is covered', () => {
  expect(becauseWords({})).toBeUndefined()
  expect(becauseWords({ because: 'no-mapping' })).toContain('related')
})

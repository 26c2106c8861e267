import { describe, expect, it } from 'vitest'
import {
  causeNames,
  causes,
  currentCredential,
  isReviewDue,
  methodChoices,
  methodNames,
  methods,
  standingSignOffs,
} from './signing.ts'

const withdrawal = { cause: 'error', explanation: 'A slip', at: new Date('2026-11-01') } as const
const standing = { id: '1', code: '3.9-entry' }
const withdrawn = { id: '2', code: '3.9.1-entry', withdrawal }

describe('a signing', () => {
  it('counts the sign-offs that were not withdrawn', () => {
    expect(standingSignOffs({ signOffs: [withdrawn, standing] })).toEqual([standing])
  })

  it.each([
    ['its latest credential', [standing, withdrawn], ['oldest', 'old', 'new'], 'new'],
    ['no credential once all of it was withdrawn', [withdrawn], ['old'], undefined],
    ['no credential before one is issued', [standing], [], undefined],
  ])('shows %s', (_, signOffs, credentials, shown) => {
    expect(currentCredential({ signOffs, credentials })).toBe(shown)
  })

  it.each([
    ['2026-11-21', true],
    ['2026-11-22', false],
    ['2026-11-23', false],
    [undefined, false],
  ])('that is to be reviewed on %s: is the review due on 22 November? %s', (reviewOn, due) => {
    expect(isReviewDue({ reviewOn }, '2026-11-22')).toBe(due)
  })
})

describe('the words for a signing', () => {
  it.each([
    ['method, as the assessor chooses it', methods, methodChoices],
    ['method, as others read it', methods, methodNames],
    ['cause of a withdrawal', [...causes, 'taken-back'], causeNames],
  ] as const)('tell each %s from the others', (_, slugs, words) => {
    expect(Object.keys(words).sort()).toEqual([...slugs].sort())
    const written = Object.values(words)
    expect(written.every((one) => /[a-z]{2}/.test(one))).toBe(true)
    expect(new Set(written).size).toBe(slugs.length)
  })
})

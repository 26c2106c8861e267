import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { aboutWords, actorWords, formatKey, parseKey } from './act.ts'

const reader = randomUUID()
const act = { id: randomUUID(), at: new Date(), action: 'share.made' }

describe('where a page begins', () => {
  it('is read as it was written', () => {
    const key = { microseconds: 1_795_000_000_123_456, id: randomUUID() }
    expect(parseKey(formatKey(key))).toEqual(key)
  })

  it.each([
    '',
    '_',
    '1',
    `-1_${randomUUID()}`,
    `1_${'a'.repeat(36)}`,
    `12345678901234567_${reader}`,
  ])('is nothing where it is no place: %s', (written) => {
    expect(parseKey(written)).toBeUndefined()
  })
})

describe('who acted', () => {
  it.each([
    ['You', { actor: reader, actorName: 'Tamsin' }],
    ['Farzana', { actor: randomUUID(), actorName: 'Farzana' }],
    ['Somebody with a link', { actor: `link:${randomUUID()}` }],
    ['The service', { actor: 'job:seal-audit' }],
    ['You', { actor: 'job:sign-in', about: reader }],
    ['Somebody whose account is closed', { actor: randomUUID() }],
  ])('is told as %s', (words, who) => {
    expect(actorWords({ ...act, ...who }, reader)).toBe(words)
  })
})

describe('whose record it was', () => {
  it.each([
    ['You', { about: reader }],
    ['Tamsin', { about: randomUUID(), aboutName: 'Tamsin' }],
    ['Nobody in particular', {}],
    ['Somebody whose account is closed', { about: randomUUID() }],
  ])('is told as %s', (words, whose) => {
    expect(aboutWords({ ...act, actor: 'job:x', ...whose }, reader)).toBe(words)
  })
})

import { describe, expect, it } from 'vitest'
import { editionFiles } from '../../edition-yaml.ts'
import { readFrameworks } from '../../frameworks-content.ts'
import { differingThings } from './differing-things.ts'
import { kindOfThing, listOfThing } from './draft-thing.ts'
import { putTogether } from './put-together.ts'
import { takeApart } from './take-apart.ts'

const editions = readFrameworks().map(({ edition }) => edition)
const named = editions.map((edition) => [`${edition.slug}/${edition.version}`, edition] as const)
const kept = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('the things of an edition', () => {
  it.each(named)('make it again, whatever order they come in: %s', (_, edition) => {
    expect(putTogether(takeApart(edition))).toEqual(edition)
    expect(putTogether(takeApart(edition).toReversed())).toEqual(edition)
  })

  it.each(named)('make its files again, byte for byte, once they were kept: %s', (_, edition) => {
    const things = takeApart(edition).map((thing) => sorted(kept(thing)) as typeof thing)
    expect([...editionFiles(putTogether(things))]).toEqual([...editionFiles(edition)])
  })

  it.each(named)('have each a name of their own and a kind: %s', (_, edition) => {
    const names = takeApart(edition).map(({ thing }) => thing)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => kindOfThing(name) === undefined)).toEqual([])
  })

  it('stand in a list by what is above them', () => {
    expect(listOfThing('statement/3.11.2-entry')).toBe('section/3.11')
    expect(listOfThing('section/3.11')).toBe('domain/3')
    expect(listOfThing('part/1/sections/how-to-use')).toBe('part/1')
    expect(listOfThing('part/1')).toBe('part')
    expect(listOfThing('glossary/equity')).toBe('glossary')
  })

  it('cannot be without a head', () => {
    expect(() => putTogether([])).toThrow('head')
  })
})

/** As jsonb gives them back: keys in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).toSorted(([one], [other]) => other.localeCompare(one))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

describe('what differs between two sets of things', () => {
  const [edition] = editions
  if (edition === undefined) throw new Error('no edition')
  const things = takeApart(edition)
  const [first, ...rest] = things
  if (first === undefined) throw new Error('no thing')

  it('is nothing where they are the same once kept', () => {
    expect(differingThings(things, kept(things))).toEqual({ inserted: [], set: [], removed: [] })
  })

  it('is what came, went, moved or says something else', () => {
    expect(differingThings(rest, things).inserted).toEqual([first])
    expect(differingThings(things, rest).removed).toEqual([first])
    const moved = { ...first, position: 7 }
    expect(differingThings(things, [moved, ...rest]).set).toEqual([{ before: first, now: moved }])
  })
})

import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../frameworks-content.ts'
import { type Edition, statementsOf } from '../../model/framework.ts'
import type { Fate, Succession } from '../../model/succession.ts'
import { carryMappings, followStatements, withoutDecided } from './carry-mappings.ts'
import type { Mapping } from './mapping.ts'

const { edition } = readEditionContent('ahp-support-worker/2026')
const ref = (version: string) => `ahp-support-worker/${version}`

const mapping = (over: Partial<Mapping> = {}): Mapping => ({
  ...{ id: 'one', line: 'one', from: ['3.9'], to: '8', relation: 'related', coverage: 'part' },
  ...{ confidence: 'low', why: 'They touch.', at: new Date(0) },
  ...{ fromEdition: ref('2026'), toEdition: 'care-certificate/2025' },
  ...over,
})

/** Everything unchanged but what is said. */
const succession = (
  said: Readonly<Record<string, readonly [Fate, ...string[]]>>,
  [from, to] = ['2026', '2027'],
): Succession => ({
  ...{ from: ref(from ?? ''), to: ref(to ?? ''), reconfirmBy: '2028-01-01' },
  lines: statementsOf(edition).map(({ code }) => {
    const [fate, ...next] = said[code] ?? ['unchanged' as const, code]
    return { from: code, fate, to: next }
  }),
})
const carry = (one: Mapping, line: readonly Succession[], to: Edition = edition) =>
  carryMappings([one], followStatements(line), to)

describe('a mapping of an earlier edition', () => {
  it.each<[Fate, readonly string[], readonly string[] | undefined]>([
    ['unchanged', ['3.9-entry'], ['3.9']],
    ['reworded', ['3.9-entry'], ['3.9']],
    ['meaning-changed', ['3.9-entry'], undefined],
    ['split', ['3.9-entry', '3.9.2-entry'], undefined],
    ['merged', ['3.8-entry'], undefined],
    ['retired', [], undefined],
  ])('of a section with one statement that is %s', (fate, next, from) => {
    const { carried, again } = carry(mapping(), [succession({ '3.9-entry': [fate, ...next] })])
    expect(carried.map((one) => [one.from, one.carriedFrom])).toEqual(
      from === undefined ? [] : [[from, ref('2026')]],
    )
    expect(again).toEqual(from === undefined ? [mapping()] : [])
  })

  it('asks only after the level that it speaks of', () => {
    const line = [succession({ '3.9-entry': ['retired'] })]
    const higher = mapping({ level: 'assistant-practitioner' })
    expect(carry(higher, line).carried).toHaveLength(1)
    expect(carry(mapping({ level: 'entry' }), line).again).toHaveLength(1)
  })

  it('follows a statement through several editions', () => {
    const line = [
      succession({ '3.9-entry': ['moved', '3.8-entry'] }),
      succession({ '3.8-entry': ['reworded', '3.7-entry'] }, ['2027', '2028']),
    ]
    expect(carry(mapping({ from: ['3.9-entry'] }), line).carried[0]?.from).toEqual(['3.7-entry'])
    const ended = [line[0], succession({ '3.8-entry': ['retired'] })].flatMap((one) => one ?? [])
    expect(carry(mapping({ from: ['3.9-entry'] }), ended).again).toHaveLength(1)
  })

  it('names its statements where its section has got another one', () => {
    const wider = {
      ...edition,
      domains: edition.domains.map((domain) => ({
        ...domain,
        sections: domain.sections.map((section) =>
          section.code === '3.9'
            ? {
                ...section,
                statements: section.statements.flatMap((one) => [
                  one,
                  ...(one.code === '3.9-entry' ? [{ ...one, code: '3.9.9-entry' }] : []),
                ]),
              }
            : section,
        ),
      })),
    }
    const from = carry(mapping(), [succession({})], wider).carried[0]?.from
    expect(from).toContain('3.9-entry')
    expect(from).not.toContain('3.9.9-entry')
  })

  it('gives way to what somebody decided for the later edition', () => {
    const both = carry(mapping(), [succession({})])
    const own = mapping({ id: 'own', from: ['3.9-entry'], fromEdition: ref('2027') })
    expect(withoutDecided(both, [own]).carried).toEqual([])
    expect(withoutDecided(both, [{ ...own, to: '9' }]).carried).toHaveLength(1)
  })
})

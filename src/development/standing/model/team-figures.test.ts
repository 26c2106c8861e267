import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../../frameworks/frameworks-content.ts'
import type { SharedStatement } from './shared-standing.ts'
import {
  countByStatement,
  figureOutside,
  groupByMonth,
  listComingUp,
  mayLeaveTeam,
  namedOn,
  pageOf,
  type TeamMember,
} from './team-figures.ts'
import { writeTeamFile } from './team-file.ts'

const { edition } = readEditionContent('ahp-support-worker/2026')

function member(name: string, statements?: readonly Partial<SharedStatement>[]): TeamMember {
  const base = { code: '3.9-entry', text: 'Words', section: '3.9 Section', state: 'held' } as const
  return {
    ...{ id: name, name, at: new Date(0), endsOn: '2027-01-01' },
    shared: {
      ...{ depth: statements === undefined ? 'counts' : 'statements', level: 'entry' },
      ...{ domains: [], pillars: [] },
      statements: statements?.map((one) => ({ ...base, ...one })),
    },
  }
}

describe('what is coming up', () => {
  it('is by month and then by name, what is past last, once a section, of those who share each', () => {
    const soon = { state: 'due-soon', until: '2026-12-01' } as const
    const found = listComingUp([
      member('Zainab', [soon, { ...soon, until: '2026-11-30' }]),
      member('Ewa', [{ state: 'lapsed', until: '2026-01-01' }]),
      member('Amir', [{ state: 'lapsed', until: '2026-11-01' }]),
      member('Ana', [soon]),
      member('Bo', [{ ...soon, until: '2026-11-30' }]),
      member('Cy', [{ state: 'held', until: '2027-06-01' }, { state: 'missing' }]),
      member('Di'),
    ])
    expect(found.map(({ name, until, past }) => [name, until, past])).toEqual([
      ['Bo', '2026-11-30', false],
      ['Zainab', '2026-11-30', false],
      ['Ana', '2026-12-01', false],
      ['Amir', '2026-11-01', true],
      ['Ewa', '2026-01-01', true],
    ])
  })

  it('names the people of a page and those with something coming up, and nobody else', () => {
    const team = Array.from({ length: 45 }, (_, place) => member(`${100 + place}`, [{}]))
    const [last] = team.splice(44, 1, member('144', [{ state: 'due-soon', until: '2026-12-01' }]))
    expect(last).toBeDefined()
    const named = (page: number) => namedOn(team, page).map(({ name }) => Number(name))
    expect(named(1)).toEqual([...Array.from({ length: 20 }, (_, place) => 100 + place), 144])
    expect(named(3)).toEqual([140, 141, 142, 143, 144])
    expect([Number.NaN, -4].map((page) => pageOf(team, page).page)).toEqual([1, 1])
    expect(pageOf(team, 9).page).toBe(3)
  })
})

describe('the months of what is coming up', () => {
  it('have one line a person, and one month for all that is past', () => {
    const due = (name: string, until: string, past = false) => ({
      ...{ personId: name, name, section: '3.9 Section', until, past },
    })
    const months = groupByMonth([
      due('A', '2026-09-01', true),
      due('B', '2026-10-01', true),
      due('A', '2026-10-02', true),
      due('A', '2026-12-01'),
      due('A', '2027-01-01'),
    ])
    expect(months.map(({ month, people }) => [month, people.map((one) => one.length)])).toEqual([
      ['past', [2, 1]],
      ['2026-12', [1]],
      ['2027-01', [1]],
    ])
  })
})

describe('how many hold a statement', () => {
  it('counts those who share each statement, and those alone', () => {
    const team = [
      member('A', [{}]),
      member('B', [{ state: 'due-soon' }]),
      member('C', [{ state: 'lapsed' }]),
      member('D', [{ state: 'self-assessed' }]),
      member('E'),
    ]
    const [domain, ...rest] = countByStatement(edition, team)
    expect(rest).toEqual([])
    expect(domain?.figures.map(({ wanted, held }) => [wanted, held])).toEqual([[4, 2]])
  })

  it('is told outside the team only where nobody can be picked out', () => {
    const figure = fc
      .nat(30)
      .chain((wanted) => fc.record({ wanted: fc.constant(wanted), held: fc.nat(wanted) }))
    fc.assert(
      fc.property(figure, ({ wanted, held }) => {
        const told = figureOutside({ wanted, held })
        const alone = [held, wanted - held].some((count) => count < 5)
        expect(mayLeaveTeam({ wanted, held })).toBe(!alone)
        expect(told.held).toBe(alone ? 'not shown' : String(held))
        expect(told.wanted).toBe(wanted < 5 ? 'fewer than 5' : String(wanted))
      }),
    )
  })

  it('stands in the file without a name', () => {
    const team = Array.from({ length: 12 }, (_, place) =>
      member(`Kestrel ${place}`, [{ state: place < 6 ? 'held' : 'missing' }]),
    )
    const file = writeTeamFile(countByStatement(edition, team))
    expect(file).toContain('"12","6"')
    expect(file).not.toContain('Kestrel')
    const few = writeTeamFile(countByStatement(edition, team.slice(0, 8)))
    expect(few).toContain('"8","not shown"')
  })
})

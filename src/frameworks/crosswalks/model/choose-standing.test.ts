import { describe, expect, it } from 'vitest'
import { chooseNewest, chooseStanding } from './choose-standing.ts'
import type { Mapping, MappingStatus } from './mapping.ts'

const by = { by: 'a', for: 'Stewards' }
const later = { by: 'b', for: 'Stewards', at: new Date(0) }

const parts: Readonly<Record<MappingStatus, Partial<Mapping>>> = {
  suggested: {},
  decided: { decided: by },
  refused: { decided: by, answer: { ...later, outcome: 'refused', reason: 'No' } },
  confirmed: { decided: by, answer: { ...later, outcome: 'confirmed' } },
  approved: {
    ...{ decided: by, answer: { ...later, outcome: 'confirmed' } },
    approval: { ...later, outcome: 'approved' },
  },
  'not-approved': {
    ...{ decided: by, answer: { ...later, outcome: 'confirmed' } },
    approval: { ...later, outcome: 'not-approved', reason: 'No' },
  },
}

/** One line, in the order in which it was decided. */
function line(...statuses: readonly MappingStatus[]): Mapping[] {
  return statuses.map((status, index) => ({
    ...{ id: String(index), line: '0', fromEdition: 'a/1', toEdition: 'b/1', from: ['1.1'] },
    ...{ to: '1', relation: 'close', coverage: 'whole', confidence: 'low', why: 'So' },
    ...{ at: new Date(index), ...parts[status] },
  }))
}

const standing = (...statuses: readonly MappingStatus[]) =>
  chooseStanding(line(...statuses)).map(({ id }) => id)

describe('of a line', () => {
  it.each([
    [['suggested'], ['0']],
    [['suggested', 'decided'], ['1']],
    [['suggested', 'confirmed'], ['1']],
    [['confirmed', 'decided'], ['0']],
    [['confirmed', 'confirmed'], ['1']],
    [['approved', 'confirmed'], ['0']],
    [['approved', 'confirmed', 'approved'], ['2']],
    [['suggested', 'refused'], ['0']],
    [['confirmed', 'not-approved'], ['0']],
    [['refused'], []],
    [['not-approved'], []],
    [['decided', 'refused', 'decided'], ['2']],
  ] as const)('%j counts %j', (statuses, wanted) => {
    expect(standing(...statuses)).toEqual(wanted)
  })

  it('nothing counts where it was decided that the two are not related', () => {
    const [first, second] = line('suggested', 'confirmed')
    if (first === undefined || second === undefined) throw new Error('two were made')
    expect(chooseStanding([first, { ...second, relation: 'none', coverage: 'none' }])).toEqual([])
  })

  it('the newest is the last, whatever became of it, also in another order', () => {
    const made = line('approved', 'refused')
    expect(chooseNewest(made).map(({ id }) => id)).toEqual(['1'])
    expect(chooseNewest([...made].reverse()).map(({ id }) => id)).toEqual(['1'])
    expect(chooseStanding([...made].reverse()).map(({ id }) => id)).toEqual(['0'])
  })

  it('each has its own', () => {
    const other = line('decided').map((one) => ({ ...one, id: 'x', line: 'x' }))
    expect(chooseStanding([...line('confirmed'), ...other]).map(({ id }) => id)).toEqual(['0', 'x'])
  })
})

import { describe, expect, it } from 'vitest'
import { buildTimeline } from './build-timeline.ts'
import type { Entry } from './entry.ts'
import type { Signing } from './signing.ts'

const at = new Date('2026-11-01T23:30:00Z')

function entryOf(id: string, given: Partial<Entry> = {}): Entry {
  return {
    ...{ id, version: 1, kind: 'employment', title: id, private: false, edition: 'e' },
    ...{ codes: [], facts: {}, at, ...given },
  }
}

function signingOf(id: string, assessedOn: string, withdrawn = false): Signing {
  const withdrawal = withdrawn ? ({ cause: 'error', explanation: '', at } as const) : undefined
  return {
    ...{ id, requestId: id, holderId: 'h', assessorId: 'a', organisation: 'o', edition: 'e' },
    ...{ section: '2.1', level: 'entry', method: 'observed', assessedOn, setting: 'Ward', at },
    shown: { assessor: { name: 'A' }, organisation: 'O', identityCheck: 'not-checked' },
    ...{ signOffs: [{ id: 'x', code: '2.1-entry', withdrawal }], credentials: ['c'] },
  }
}

const ids = (...given: Parameters<typeof buildTimeline>) =>
  [...buildTimeline(...given)].map(([year, items]) => [year, ...items.map(({ id }) => id)])

describe('a timeline', () => {
  it('goes by year from the latest, by the day that it happened or began', () => {
    const entries = [
      entryOf('job', { from: '2024-03-01', to: '2025-02-01' }),
      entryOf('course', { from: '2025-06-01' }),
      entryOf('undated'),
    ]
    const signings = [signingOf('signed', '2025-09-01')]
    expect(ids(signings, entries, () => 'S', '2026-11-22')).toEqual([
      ['2026', 'undated'],
      ['2025', 'signed', 'course'],
      ['2024', 'job'],
    ])
  })

  it('leaves out what was withdrawn', () => {
    expect(ids([signingOf('gone', '2025-09-01', true)], [], () => 'S', '2026-11-22')).toEqual([])
  })

  it('leads to the credential, and says who signed', () => {
    const [item] =
      buildTimeline([signingOf('s', '2025-09-01')], [], () => 'S', '2026-11-22').get('2025') ?? []
    expect(item).toMatchObject({ title: 'S', by: 'A, O', of: { credential: 'c' } })
  })
})

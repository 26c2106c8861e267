import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../../frameworks/frameworks-content.ts'
import type { Entry } from '../../model/entry.ts'
import { standingsToRead } from './prepare-reading.ts'

const ref = 'ahp-support-worker/2026'
const { edition } = readEditionContent(ref)
const today = '2026-11-22'

const entry = (given: Partial<Entry> = {}): Entry => ({
  ...{ id: 'e', version: 1, kind: 'training', title: 'Fire safety', private: false, edition: ref },
  ...{ codes: ['5.5-entry'], facts: {}, at: new Date(), validUntil: '2026-01-01', ...given },
})

const read = (entries: readonly Entry[]) =>
  standingsToRead({ edition, ref, answers: new Map(), signings: [], entries, today }).find(
    ({ code }) => code === '5.5-entry',
  )

describe('where a holder stands, as it is read in another framework', () => {
  it('never calls their own word, past its date, signed off', () => {
    expect(read([entry()])).toMatchObject({
      state: 'self-assessed',
      says: [{ words: 'Training: Fire safety, your own word' }],
    })
  })

  it('says that what others confirmed for the statement has lapsed', () => {
    const by = { by: 'A college', how: 'credential-verified', on: '2025-01-01' } as const
    const confirmation = { ...by, until: '2026-01-01', codes: ['5.5-entry'] }
    expect(read([entry({ confirmation })])).toMatchObject({
      state: 'lapsed',
      says: [{ words: 'Training: Fire safety, confirmed by A college' }],
    })
  })
})

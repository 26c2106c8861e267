import { describe, expect, it } from 'vitest'
import type { About, Evidence, Scan } from '../../evidence/model/evidence.ts'
import { keepShowable, offerEvidence } from './offer-evidence.ts'

const edition = 'ahp-support-worker/2026'
const evidence = (id: string, about: About, scan?: Scan): Evidence => ({
  ...{ id, about, words: id, at: new Date(0) },
  ...(scan && { file: { type: 'image/jpeg', size: 1, scan } as const }),
})
const entry = (id: string, isPrivate: boolean, ...codes: string[]) => ({
  ...{ id, private: isPrivate, codes },
})

const entries = [
  entry('open', false, 'a', 'z'),
  entry('own', true, 'a'),
  entry('elsewhere', false, 'y'),
]
const held = [
  evidence('note', { edition, code: 'a' }),
  evidence('clean', { edition, code: 'b' }, 'clean'),
  evidence('unscanned', { edition, code: 'a' }, 'not-scanned'),
  evidence('other-statement', { edition, code: 'z' }),
  evidence('of-open', { entryId: 'open' }),
  evidence('of-own', { entryId: 'own' }),
  evidence('of-own-unscanned', { entryId: 'own' }, 'not-scanned'),
  evidence('of-elsewhere', { entryId: 'elsewhere' }),
  evidence('of-nothing', { entryId: 'gone' }),
]

describe('evidence', () => {
  it('is offered where it is about these statements, open and scanned; what is private is not counted', () => {
    const { evidence, notScanned } = offerEvidence(held, { codes: ['a', 'b'], entries })
    expect(evidence.map(({ id }) => id)).toEqual(['note', 'clean', 'of-open'])
    expect(notScanned).toBe(1)
  })

  it('may still be shown when it is there, open and scanned', () => {
    const chosen = [...held.map(({ id }) => id), 'of-somebody-else']
    expect(keepShowable(chosen, held, entries)).toEqual([
      ...['note', 'clean', 'other-statement', 'of-open', 'of-elsewhere'],
    ])
  })
})

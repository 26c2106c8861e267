import { describe, expect, it } from 'vitest'
import { editionOf, statement } from '../../../../test/small-edition.ts'
import { checkMapping } from './check-mapping.ts'
import type { MappingWords } from './mapping.ts'

const from = editionOf({
  domains: [
    {
      ...{ number: 1, title: 'One', purpose: 'One' },
      sections: [
        {
          ...{ code: '1.1', title: 'Section' },
          statements: [statement('1.1-entry'), statement('1.1-intermediate')],
        },
      ],
    },
  ],
})
const bare = (number: number, codes: readonly string[]) => ({
  ...{ number, title: 'T', purpose: 'P' },
  sections: codes.map((code) => ({ code, title: 'S', statements: [] })),
})
const to = editionOf({ domains: [bare(1, []), bare(2, ['2.1'])] })
const sound: MappingWords = {
  ...{ from: ['1.1'], to: '1', relation: 'close', coverage: 'whole', confidence: 'low', why: 'So' },
}
const at = (changes: Partial<MappingWords>) =>
  checkMapping({ ...sound, ...changes }, { from, to }).map((finding) => finding.at)

describe('a mapping', () => {
  it.each([
    {},
    { to: '2.1' },
    { from: ['1.1-entry', '1.1-intermediate'] },
    { from: ['1.1-entry'], level: 'entry' },
    { from: ['1.1'], level: 'assistant-practitioner' },
    { coverage: 'part', missing: 'Much' },
    { relation: 'exact' },
    { relation: 'none', coverage: 'none' },
  ] as const)('is sound as %j', (changes) => {
    expect(at(changes)).toEqual([])
  })

  it.each([
    [{ from: [] }, 'from'],
    [{ from: ['9.9'] }, 'from'],
    [{ from: ['1.1', '1.1'] }, 'from'],
    [{ from: ['1.1-entry'], level: 'intermediate' }, 'from'],
    [{ to: '2' }, 'to'],
    [{ to: '3' }, 'to'],
    [{ relation: 'none' }, 'coverage'],
    [{ coverage: 'none' }, 'coverage'],
    [{ relation: 'exact', coverage: 'part', missing: 'Much' }, 'coverage'],
    [{ coverage: 'part' }, 'missing'],
    [{ missing: 'Much' }, 'missing'],
  ] as const)('is not as %j', (changes, field) => {
    expect(at(changes)).toEqual([field])
  })
})

import { describe, expect, it } from 'vitest'
import { readEditionContent } from '../../frameworks/frameworks-content.ts'
import { chooseEdition } from '../../frameworks/model/choose-edition.ts'
import type { Succession } from '../../frameworks/model/succession.ts'
import { describeSigning } from './describe-signing.ts'
import { findNewerWordings } from './find-newer-wordings.ts'

const { edition } = readEditionContent('ahp-support-worker/2026')
const baseUrl = 'https://lanyard.example'

describe('the facts of a signing', () => {
  const facts = describeSigning(
    {
      ...{ section: '3.1', level: 'entry', method: 'testimony', assessedOn: '2026-10-01' },
      ...{ setting: 'Ward', reviewOn: undefined },
      shown: { assessor: { name: 'Ash' }, organisation: 'Org', identityCheck: 'not-checked' },
    },
    { edition, codes: ['3.1.2-entry', '3.1-entry'], baseUrl },
  )

  it('name each statement with its exact wording and permanent address, in reading order', () => {
    const [section] = edition.domains.flatMap(({ sections }) =>
      sections.filter(({ code }) => code === '3.1'),
    )
    const wording = (code: string) => section?.statements.find((one) => one.code === code)?.text
    expect(facts.statements.map(({ code, text, address }) => ({ code, text, address }))).toEqual(
      ['3.1-entry', '3.1.2-entry'].map((code) => ({
        code,
        text: wording(code),
        address: `${baseUrl}/frameworks/ahp-support-worker/2026/statements/${code}`,
      })),
    )
  })

  it('carry the notice of the framework and leave the identity check as it was', () => {
    expect(facts.achievement.notice).toBe(edition.notice)
    expect(facts.identityCheck).toBe('not-checked')
    expect(facts.reviewOn).toBeUndefined()
  })
})

describe('newer wording', () => {
  const old = (code: string, wording: string) => ({
    code,
    wording,
    address: `${baseUrl}/frameworks/ahp-support-worker/2025/statements/${code}`,
  })
  const wording = edition.domains[0]?.sections[0]?.statements[0]?.text ?? ''

  it.each([
    ['an older edition that said something else', old('1.1-entry', 'Other words'), 1],
    ['an older edition that said the same', old('1.1-entry', wording), 0],
    ['a statement that is gone', old('99.9-entry', 'Other words'), 0],
    [
      'this edition',
      {
        ...old('1.1-entry', 'Other words'),
        address: `${baseUrl}/frameworks/ahp-support-worker/2026/statements/1.1-entry`,
      },
      0,
    ],
    [
      'another service',
      { ...old('1.1-entry', 'Other words'), address: 'https://elsewhere.example/1.1-entry' },
      0,
    ],
    ['what is called otherwise now', old('1.9-entry', 'Other words'), 1],
    ['what was retired, its code given to another', old('1.2-entry', 'Other words'), 0],
  ])('of %s', (_, signed, found) => {
    const successions: readonly Succession[] = [
      {
        ...{ from: 'ahp-support-worker/2025', to: 'ahp-support-worker/2026' },
        reconfirmBy: '2027-01-01',
        lines: [
          { from: '1.1-entry', fate: 'reworded', to: ['1.1-entry'] },
          { from: '1.9-entry', fate: 'moved', to: ['1.1-entry'] },
          { from: '1.2-entry', fate: 'retired', to: [] },
        ],
      },
    ]
    expect(findNewerWordings([signed], { edition, successions, baseUrl }).size).toBe(found)
  })
})

describe('the edition of passports', () => {
  it.each([
    [[], undefined],
    [[{ ref: 'f/2026', status: 'draft' }], undefined],
    [
      [
        { ref: 'f/2026', status: 'published' },
        { ref: 'f/2031', status: 'draft' },
        { ref: 'f/2025', status: 'published' },
        { ref: 'g/2030', status: 'published' },
      ],
      'f/2026',
    ],
  ])('of %j is %s', (editions, ref) => {
    expect(chooseEdition(editions, 'f')).toBe(ref)
  })
})

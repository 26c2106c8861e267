import { describe, expect, it } from 'vitest'
import { editionOf } from '../../../test/small-edition.ts'
import { audienceAt, chooseWord, type Saying } from './choose-word.ts'
import type { PreferredTerm } from './framework.ts'
import type { WordAudience, WordList } from './language.ts'

const everyone = ['profession', 'workforce', 'public'] as const
const precedence = {
  profession: ['therapy', 'lanyard', 'nhs'],
  workforce: ['lanyard'],
  public: ['nhs', 'lanyard', 'therapy'],
}

function listOf(owner: string, changes: Partial<WordList> = {}): WordList {
  return {
    ...{ rule: 'doing-for', owner, audience: everyone, because: `Says ${owner}`, severity: 'must' },
    ...{ words: [], keep: [], ...changes },
  }
}
const says = (owner: string, use: string[], changes: Partial<WordList> = {}): Saying => ({
  ...{ from: 'list', list: listOf(owner, changes), words: { insteadOf: ['helps'], use } },
})
const keeps = (owner: string, changes: Partial<WordList> = {}): Saying => ({
  ...{ from: 'keep', list: listOf(owner, changes) },
})
const own = (use: string, audience = 'everyone'): Saying => {
  const term: PreferredTerm = { use, insteadOf: ['helps'], because: 'Ours', owner: 'Us', audience }
  return { from: 'edition', term }
}
const chosen = (sayings: Saying[], audience: WordAudience) =>
  chooseWord(sayings, audience, precedence)?.use

describe('of several lists that know a word', () => {
  it.each([
    [
      'the owner with more weight there decides',
      [says('nhs', ['a']), says('therapy', ['b'])],
      'profession',
      ['b'],
    ],
    ['and another elsewhere', [says('therapy', ['b']), says('nhs', ['a'])], 'public', ['a']],
    [
      'one that keeps the word is believed',
      [says('therapy', ['b']), keeps('nhs')],
      'public',
      undefined,
    ],
    [
      'but not over one of more weight',
      [keeps('nhs'), says('therapy', ['b'])],
      'profession',
      ['b'],
    ],
    [
      'an owner of no weight comes last',
      [says('nobody', ['c']), says('lanyard', ['b'])],
      'workforce',
      ['b'],
    ],
    ['and alone is heard', [says('nobody', ['c'])], 'workforce', ['c']],
    [
      'one for others is not heard',
      [says('nhs', ['a'], { audience: ['public'] })],
      'workforce',
      undefined,
    ],
    ['the edition comes first', [says('therapy', ['b']), own('ours')], 'profession', ['ours']],
    ['over one that keeps it too', [keeps('nhs'), own('ours')], 'public', ['ours']],
    ['to everyone', [own('ours')], 'workforce', ['ours']],
    ['to those it names', [own('ours', 'Roles')], 'profession', ['ours']],
    [
      'unless it speaks to others',
      [says('nhs', ['a']), own('ours', 'statements and role descriptions')],
      'public',
      ['a'],
    ],
    [
      'a phrase that is right as it stands is right',
      [says('nhs', ['a']), { from: 'no-list' }],
      'public',
      undefined,
    ],
    ['nobody says nothing', [], 'public', undefined],
  ] as const)('%s', (_, sayings, audience, use) => {
    expect(chosen([...sayings], audience)).toEqual(use)
  })
})

describe('the ruling of an edition', () => {
  it('takes the rule and, for the same term, the forms that fit from a list', () => {
    const sayings = [
      own('supports, enables'),
      says('therapy', ['support'], { term: 'supports, enables' }),
    ]
    expect(chooseWord(sayings, 'profession', precedence)).toEqual({
      ...{ rule: 'doing-for', use: ['support'], severity: 'must' },
      because: 'Write supports, enables. Ours',
    })
  })

  it('has no rule of a list where it alone knows the word', () => {
    expect(chooseWord([own('supports, enables')], 'profession', precedence)).toEqual({
      ...{ rule: undefined, use: ['supports', 'enables'], severity: 'must' },
      because: 'Write supports, enables. Ours',
    })
  })
})

describe('the ruling of a list', () => {
  it('has its own reason and severity, or those of the list', () => {
    const list = listOf('nhs', { rule: 'caution-word' })
    const words = { insteadOf: ['x'], use: ['y', 'z'] }
    const saying: Saying = { from: 'list', list, words }
    expect(chooseWord([saying], 'public', precedence)).toEqual({
      ...{ rule: 'caution-word', use: ['y', 'z'], severity: 'must' },
      because: 'Write “y” or “z”. Says nhs',
    })
    const apart: Saying = {
      ...saying,
      words: { ...words, use: [], because: 'So', severity: 'advice' },
    }
    expect(chooseWord([apart], 'public', precedence)).toEqual({
      ...{ rule: 'caution-word', use: [], severity: 'advice', because: 'So' },
    })
  })
})

describe('a place speaks to', () => {
  const section = (id: string, audience?: 'support-worker' | 'manager') => ({
    ...{ id, heading: 'Heading', paragraphs: [], points: [], audience },
  })
  const sections = [section('a'), section('b', 'support-worker'), section('c', 'manager')]
  const edition = editionOf({ parts: [{ number: 1, title: 'One', sections }] })
  it.each([
    ['statement/1.1-entry/text', 'profession'],
    ['role/physiotherapy/about', 'profession'],
    ['level/entry/summary', 'profession'],
    ['edition/summary', 'public'],
    ['glossary/equity/meaning', 'public'],
    ['part/a/heading', 'public'],
    ['part/b/points/0', 'public'],
    ['part/c/points/0', 'workforce'],
    ['part/1/title', 'public'],
  ] as const)('%s: %s', (target, audience) => {
    expect(audienceAt(edition, target)).toBe(audience)
  })
})

/** What the consultation response found in the draft, found in our illustrative one by the rules of words. */
import { describe, expect, it } from 'vitest'
import { readEditionContent } from './frameworks-content.ts'
import { readLanguage } from './language-content.ts'
import type { Target } from './model/amendment.ts'
import { checkWording } from './model/check-wording.ts'
import { listTexts } from './model/list-texts.ts'

const { edition } = readEditionContent('ahp-support-worker/2021-consultation-draft')
const found = checkWording(edition, readLanguage())
const textAt = new Map<string, string>(listTexts(edition).map(({ target, text }) => [target, text]))

const raised: readonly (readonly [string, string, Target, string, string | undefined])[] = [
  ['R05', 'aims-without-limits', 'part/why-this-framework/paragraphs/2', 'has six aims', undefined],
  ['R12', 'missing-to', 'part/for-managers/points/1', 'plan', 'to plan'],
  ['R14', 'doing-for', 'role/occupational-therapy/about', 'give assistance', 'enable'],
  ['R16', 'doing-for', 'role/occupational-therapy/support-worker-does/0', 'Helps', 'Enables'],
  ['R16', 'doing-for', 'role/occupational-therapy/support-worker-does/1', 'Helps', 'Supports'],
  [
    'R18',
    'spelling',
    'part/equity-in-recruitment-and-progression/points/4',
    'eductional',
    'educational',
  ],
  ['R21', 'commitment-instead', 'level/intermediate/education/0', 'or commitment to', undefined],
  [
    'R21',
    'commitment-instead',
    'statement/1.1-intermediate/text',
    'or shows commitment to',
    undefined,
  ],
  ['R32', 'plain-word', 'statement/3.8-entry/text', 'query', 'question'],
  ['R32', 'plain-word', 'statement/3.8-intermediate/text', 'Undertakes', 'Carries out'],
  ['R32', 'plain-word', 'statement/3.8-assistant-practitioner/text', 'enquiries', 'questions'],
  [
    'R32',
    'hard-to-read',
    'statement/3.8-entry/text',
    'Directs a query about signposting to the appropriate MDT colleague',
    undefined,
  ],
  ['R32', 'undefined-acronym', 'statement/3.8-intermediate/text', 'MDT', undefined],
  ['R35', 'caution-word', 'statement/4.3-intermediate/text', 'persuasion', 'active listening'],
  ['R35', 'caution-word', 'statement/4.3-assistant-practitioner/text', 'Wins over', 'Listens to'],
  ['R36', 'undeclared-choice', 'statement/4.3-intermediate/text', 'or', undefined],
  ['R39', 'definition-leaves-out', 'glossary/people-who-access-services', '', undefined],
  ['R39', 'term-variant', 'section/6.3/title', 'service users', 'people'],
  ['R39', 'term-variant', 'statement/6.3.2-entry/text', 'service user', 'person'],
  ['R43', 'competency', 'edition/title', 'competency', 'capability'],
  ['R43', 'competency', 'part/what-a-capability-is/heading', 'competency', 'capability'],
  ['R44', 'term-variant', 'domain/2/title', 'patients', 'people who access services'],
  ['R44', 'term-variant', 'section/7.1/about', 'service users', 'people who access services'],
  [
    'R45',
    'organisation-name',
    'part/points-made-in-2021/paragraphs/0',
    'College of Occupational Therapy',
    'Royal College of Occupational Therapists',
  ],
]

describe('the illustrative draft of 2021', () => {
  it.each(raised)('%s is raised as %s at %s: “%s”', (_, code, at, words, suggestion) => {
    const here = found.filter((one) => one.code === code && one.at === at)
    const quoted = here.map(({ range }) =>
      range === undefined ? '' : textAt.get(at)?.slice(range.start, range.end),
    )
    expect(quoted).toContain(words)
    if (suggestion !== undefined) {
      expect(here.flatMap(({ suggestions }) => suggestions)).toContain(suggestion)
    }
  })

  it('finds each competency and each variant of the one term that the steward changed', () => {
    const count = (code: string) => found.filter((one) => one.code === code).length
    expect(count('competency')).toBe(5)
    expect(count('term-variant')).toBe(24)
  })
})
